import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outputOf, withFolder } from '../tools.ts';
import type { Problem } from './problem.ts';

/** Sections that make a unit, with the ending of its file. */
const endings: Readonly<Record<string, string>> = {
  Service: 'service',
  Timer: 'timer',
  Socket: 'socket',
  Mount: 'mount',
  Path: 'path',
  Slice: 'slice',
  Unit: 'target',
};

const sectionsOf = (code: string) => [...code.matchAll(/^\[(\w+)\]/gm)].map(([, name = '']) => name);

const endingOf = (code: string) => {
  const sections = sectionsOf(code);
  return Object.entries(endings).find(([section]) => sections.includes(section))?.[1];
};

/** True when a block is a systemd unit or a drop-in of one. */
export const isUnit = (code: string): boolean => endingOf(code) !== undefined;

/** What systemd says of the keys and values of a unit. What the unit starts, and other units, need not be here. */
export const systemdUnit = (code: string): Promise<Problem[]> =>
  withFolder(async (folder) => {
    const file = join(folder, `sample.${endingOf(code) ?? 'service'}`);
    await writeFile(file, code);
    const { output } = await outputOf('systemd-analyze', ['verify', '--man=no', file]);
    return output.split('\n').flatMap((text) => {
      const [, line, message] = /sample\.\w+:(\d+): (.+)$/.exec(text) ?? [];
      return message === undefined ? [] : [{ line: Number(line), message: `systemd-analyze: ${message}` }];
    });
  });
