import { expect, test } from 'vitest';
import { commandsOf, sessionLines } from '../../../src/code/session.ts';

const session = [
  '$ kubectl get pod api \\',
  '> -o name',
  'pod/api',
  '> not a continuation',
  '# systemctl restart api',
  'done',
];

test('commands, their continuations and output are told apart', () => {
  expect(sessionLines(session)).toEqual(['command', 'continuation', 'output', 'output', 'command', 'output']);
});

test('copying a session copies its commands without prompts and output', () => {
  expect(commandsOf(session)).toBe('kubectl get pod api \\\n-o name\nsystemctl restart api');
});
