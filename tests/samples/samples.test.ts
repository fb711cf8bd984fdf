import { afterAll, describe, expect, test } from 'vitest';
import { countsByLanguage, countsTable } from '../../src/samples/counts.ts';
import { finding, sampleProblems } from './check.ts';
import { messageOf } from './checkers/problem.ts';
import { manifestsIn } from './checkers/yaml.ts';
import { fullChecksOf, missingFor } from './full-checks.ts';
import { pagesWithSamples, samplesIn } from './pages.ts';

const isFull = process.env['FULL'] === '1';

const pages = await pagesWithSamples();
const readings = await Promise.allSettled(pages.map(samplesIn));
const samples = readings.flatMap((reading) => (reading.status === 'fulfilled' ? reading.value : []));
const unreadable = readings.flatMap((reading) => (reading.status === 'rejected' ? [messageOf(reading.reason)] : []));

/** Kubernetes objects for which there is no schema, each with how often it occurs. */
async function objectsWithoutSchema(): Promise<string[]> {
  const blocks = samples.filter(({ language, unchecked }) => language === 'yaml' && unchecked === undefined);
  const manifests = (await Promise.all(blocks.map(({ code }) => manifestsIn(code)))).flat();
  const names = Map.groupBy(
    manifests.filter(({ hasSchema }) => !hasSchema),
    ({ name }) => name,
  );
  return [...names].map(([name, all]) => `  ${name}: ${all.length}`);
}

afterAll(async () => {
  const parsedOnly = await objectsWithoutSchema();
  const note =
    parsedOnly.length > 0 ? ['Kubernetes objects parsed, but no schema published on npm:', ...parsedOnly] : [];
  process.stdout.write(`\nSamples by language\n${[countsTable(countsByLanguage(samples)), ...note].join('\n')}\n\n`);
});

test('there are pages with samples to check', () => {
  expect(samples.length).toBeGreaterThan(0);
});

test('every page can be read', () => {
  expect(unreadable, unreadable.join('\n')).toEqual([]);
});

describe('each block of code is what its fence says', () => {
  for (const sample of samples)
    test(`${sample.file}:${sample.line} ${sample.language}`, async () => {
      const findings = (await sampleProblems(sample)).map((problem) => finding(sample, problem));
      expect(findings, findings.join('\n')).toEqual([]);
    });
});

if (isFull)
  describe('each block of code satisfies the programs it is written for', () => {
    for (const sample of samples)
      for (const check of fullChecksOf(sample))
        test(`${sample.file}:${sample.line} ${check.name}`, async ({ skip }) => {
          const missing = missingFor(check);
          skip(missing !== undefined, missing);
          const findings = (await check.problems(sample.code)).map((problem) => finding(sample, problem));
          expect(findings, findings.join('\n')).toEqual([]);
        });
  });
