import { expect, test } from 'vitest';
import { keepNotes, keptNotes } from '../../../../src/components/drill/kept-notes.ts';

test('notes come back for their own drill only', () => {
  const kept = new Map<string, string>();
  const open = () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  keepNotes(open, 'host-oom', 'shmem?');
  expect(keptNotes(open, 'host-oom')).toBe('shmem?');
  expect(keptNotes(open, 'slow-subset')).toBe('');
});

test('without storage there are none, and nothing breaks', () => {
  const refuse = () => {
    throw new DOMException('blocked', 'SecurityError');
  };
  expect(() => keepNotes(refuse, 'host-oom', 'shmem?')).not.toThrow();
  expect(keptNotes(refuse, 'host-oom')).toBe('');
});
