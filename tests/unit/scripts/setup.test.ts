import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isAtLeast } from '../../../scripts/setup.mjs';

describe('a version is at least another', () => {
  test.each([
    ['v22.12.0', '22.12.0'],
    ['v22.13.0', '22.12.0'],
    ['v22.100.0', '22.12.0'],
    ['v24.0.0', '22.12.0'],
    ['22.12.1', '22.12.0'],
    ['v25.0.0-nightly20260101', '22.12.0'],
  ])('%s is at least %s', (version, least) => expect(isAtLeast(version, least)).toBe(true));

  test.each([
    ['v22.11.9', '22.12.0'],
    ['v20.20.2', '22.12.0'],
    ['v9.99.99', '22.12.0'],
    ['11.5.2', '11.6.2'],
    ['10.9.9', '11.6.2'],
  ])('%s is older than %s', (version, least) => expect(isAtLeast(version, least)).toBe(false));
});

describe('what set-up installs', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const settings = readFileSync('.npmrc', 'utf8').split('\n');

  test('is pinned by a lock file without a single download address', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(1);
    const withAddress = Object.entries<object>(lock.packages).filter(([, entry]) => 'resolved' in entry);
    expect(withAddress.map(([name]) => name)).toEqual([]);
  });

  test('is what package.json asks for', () => {
    const { dependencies, devDependencies } = lock.packages[''];
    expect({ dependencies, devDependencies }).toEqual({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
    });
  });

  test('may not run install scripts, and is written down without addresses', () => {
    expect(settings).toContain('ignore-scripts=true');
    expect(settings).toContain('omit-lockfile-registry-resolved=true');
  });
});
