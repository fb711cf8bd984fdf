import { describe, expect, test } from 'vitest';
import { answer, fitsOnPaper, gistAfterMitigation } from '../../../src/components/interviewer/gist.ts';
import { drills } from '../../support/drills.ts';

const teaching = 'The disk of one host is full, and it fills again by a gigabyte every minute.';
const rest = 'That is a tap, not a leak.';
const why = `${teaching} ${rest}`;
const output = '```\n$ df -h /\n/dev/sda1  100%\n```\n';

describe('the answer to an action', () => {
  test('is what it shows, where that is told in words', () => {
    const result = 'All nine hosts are slow since 04:07, and none of them was touched this week. The tenth is new.';
    expect(answer({ result, why })).toEqual({
      gist: 'All nine hosts are slow since 04:07, and none of them was touched this week.',
      meaning: why,
    });
  });

  test.each([
    ['it shows output', output],
    ['words lead to output', `The disk of the first host:\n\n${output}`],
    ['it is a list', '1. an alert on the disk\n2. a bound for the spool'],
    ['a list follows the first words', 'Filed:\n- an alert on the disk\n- a bound for the spool'],
  ])('is what it teaches, where %s; the rest of that is its meaning', (_, result) => {
    expect(answer({ result, why })).toEqual({ gist: teaching, meaning: rest });
  });

  test('takes one more sentence where the first is short', () => {
    expect(answer({ result: 'Nothing moves. Finance asks why.', why }).gist).toBe('Nothing moves. Finance asks why.');
  });

  test('does not stop within a quotation', () => {
    const result =
      'Sent: "Some of you have been slow to connect since Wednesday morning. Use a hotspot for now." Nobody answers, and more calls come in.';
    expect(answer({ result, why }).gist).toMatch(/hotspot for now\."$/);
  });

  test('says something of every action of the guide, in a line or two', () => {
    for (const { drill } of drills)
      for (const action of drill.actions) {
        const { gist, meaning } = answer(action);
        expect(gist.length, action.id).toBeGreaterThan(20);
        expect(gist.length, action.id).toBeLessThan(340);
        expect(gist.split('"').length % 2, `quotes of ${action.id}`).toBe(1);
        expect(meaning).not.toBe(gist);
      }
  });
});

test('after users have been helped, the first words count, even those that lead to output', () => {
  expect(gistAfterMitigation({ why }, `From the log store:\n\n${output}`)).toBe('From the log store.');
  expect(gistAfterMitigation({ why }, output)).toBe(teaching);
});

test('output is printed up to six lines, and words alone are not output', () => {
  const lines = (count: number) => `\`\`\`\n${'row\n'.repeat(count)}\`\`\`\n`;
  expect(fitsOnPaper(lines(6))).toBe(true);
  expect(fitsOnPaper(lines(7))).toBe(false);
  expect(fitsOnPaper(`${lines(4)}\n${lines(4)}`)).toBe(false);
  expect(fitsOnPaper('Nothing to see.')).toBe(false);
});
