import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { commandPath } from '../../../scripts/debian.mjs';

const folder = mkdtempSync(join(tmpdir(), 'path-'));
const fileName = process.platform === 'win32' ? 'runbook-tool.exe' : 'runbook-tool';

beforeEach(() => {
  writeFileSync(join(folder, fileName), '');
  vi.stubEnv('PATH', ['/no/such/folder', folder].join(delimiter));
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test('a command is found on PATH', () => {
  chmodSync(join(folder, fileName), 0o755);
  expect(commandPath('runbook-tool')).toBe(join(folder, fileName));
  expect(commandPath('runbook-tool-2')).toBe(undefined);
});

test.skipIf(process.platform === 'win32')('a file that may not be executed is no command', () => {
  chmodSync(join(folder, fileName), 0o644);
  expect(commandPath('runbook-tool')).toBe(undefined);
});
