import { expect, test } from 'vitest';
import { screenLines } from '../../../../src/components/drill/screen-lines.ts';
import { evidenceBlocks } from '../../../../src/study/evidence.ts';
import { drills } from '../../../support/drills.ts';

test('the prompt steps back and the command stands out', () => {
  expect(screenLines('terminal', '$ df -h\nFilesystem  Size\n# umount /mnt\ntile-02$ free')).toEqual([
    { lead: '$ ', rest: 'df -h', isCommand: true },
    { lead: '', rest: 'Filesystem  Size', isCommand: false },
    { lead: '# ', rest: 'umount /mnt', isCommand: true },
    { lead: 'tile-02$ ', rest: 'free', isCommand: true },
  ]);
});

test('the time of a log line steps back', () => {
  expect(screenLines('log', '10:00:03.120 ERROR timeout\n[12.5] oom\n  at line 4').map(({ lead }) => lead)).toEqual([
    '10:00:03.120',
    '[12.5]',
    '',
  ]);
});

test('a table is left as it is', () => {
  expect(screenLines('table', '10:00:03  1').map(({ lead }) => lead)).toEqual(['']);
});

test('no character of any result is lost', () => {
  const screens = drills.flatMap(({ drill }) =>
    drill.actions
      .flatMap(({ result }) => evidenceBlocks(result))
      .flatMap(({ kind, text }) => (kind === 'prose' ? [] : [{ kind, text }])),
  );
  expect(screens.length).toBeGreaterThan(50);
  const shown = screens.map(({ kind, text }) =>
    screenLines(kind, text)
      .map(({ lead, rest }) => lead + rest)
      .join('\n'),
  );
  expect(shown).toEqual(screens.map(({ text }) => text));
});
