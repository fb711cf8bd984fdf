import { describe, expect, test } from 'vitest';
import { bestResult, keptBest, type OpenStorage, type Result } from '../../../src/study/best-results.ts';

const solid: Result = { total: 70, grade: 'solid', minutes: 25 };
const strong: Result = { total: 95, grade: 'strong', minutes: 18 };

function device(kept: Record<string, string> = {}): { open: OpenStorage; kept: Record<string, string> } {
  const storage = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
  };
  return { open: () => storage, kept };
}

describe('the best result of a drill', () => {
  test('is none at first, and then what was kept', () => {
    const { open } = device();
    expect(bestResult(open, 'host-oom')).toBeUndefined();
    expect(keptBest(open, 'host-oom', solid)).toEqual(solid);
    expect(bestResult(open, 'host-oom')).toEqual(solid);
    expect(bestResult(open, 'slow-subset')).toBeUndefined();
  });

  test('gives way to more points, and to as many points in fewer minutes, and to nothing else', () => {
    const { open } = device();
    keptBest(open, 'host-oom', solid);
    expect(keptBest(open, 'host-oom', strong)).toEqual(strong);
    expect(keptBest(open, 'host-oom', solid)).toEqual(strong);
    expect(keptBest(open, 'host-oom', { ...strong, minutes: 19 })).toEqual(strong);
    const faster = { ...strong, minutes: 17 };
    keptBest(open, 'host-oom', faster);
    expect(bestResult(open, 'host-oom')).toEqual(faster);
  });

  test('of one drill leaves those of the others alone', () => {
    const { open } = device();
    keptBest(open, 'host-oom', solid);
    keptBest(open, 'slow-subset', strong);
    expect(bestResult(open, 'host-oom')).toEqual(solid);
  });
});

describe('what is kept and cannot be read', () => {
  const entry = (value: unknown, version = 1) => JSON.stringify({ version, best: { 'host-oom': value } });

  test.each([
    ['no JSON', '{"version":1'],
    ['no object', '[]'],
    ['nothing', 'null'],
    ['another version', entry(solid, 2)],
    ['no list of results', '{"version":1,"best":[]}'],
    ['an entry that is no object', entry(70)],
    ['an entry without minutes', entry({ total: 70, grade: 'solid' })],
    ['more points than there are', entry({ ...solid, total: 101 })],
    ['points that are no whole number', entry({ ...solid, total: 70.5 })],
    ['minutes below nought', entry({ ...solid, minutes: -1 })],
    ['an unknown grade', entry({ ...solid, grade: 'brilliant' })],
  ])('counts as absent and is written over: %s', (_, text) => {
    const { open } = device({ 'drill-results': text });
    expect(bestResult(open, 'host-oom')).toBeUndefined();
    expect(keptBest(open, 'host-oom', solid)).toEqual(solid);
    expect(bestResult(open, 'host-oom')).toEqual(solid);
  });

  test('a damaged entry does not take the sound ones with it', () => {
    const { open } = device({
      'drill-results': JSON.stringify({ version: 1, best: { 'host-oom': 'broken', 'slow-subset': strong } }),
    });
    expect(bestResult(open, 'slow-subset')).toEqual(strong);
  });
});

test('without storage there is no best result, and playing goes on', () => {
  const refuse: OpenStorage = () => {
    throw new DOMException('blocked', 'SecurityError');
  };
  expect(bestResult(refuse, 'host-oom')).toBeUndefined();
  expect(keptBest(refuse, 'host-oom', solid)).toEqual(solid);
  const full: OpenStorage = () => ({
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  expect(keptBest(full, 'host-oom', solid)).toEqual(solid);
});
