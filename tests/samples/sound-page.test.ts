import { describe, expect, test } from 'vitest';
import { countsByLanguage, countsTable, uncheckedCount } from '../../src/samples/counts.ts';
import { languages } from '../../src/samples/languages.ts';
import { finding, sampleProblems } from './check.ts';
import { manifestsIn } from './checkers/yaml.ts';
import { fullChecksOf, missingFor } from './full-checks.ts';
import { samplesIn } from './pages.ts';

const page = 'tests/samples/fixtures/sound.mdx';
const samples = await samplesIn(page);

test('every language has a sound block on the page', () => {
  const shown = new Set(samples.map(({ language }) => language));
  expect(Object.keys(languages).filter((language) => !shown.has(language))).toEqual([]);
});

test('a fence in a follow-up answer is found on its line of the file', () => {
  expect(samples[0]).toMatchObject({ language: 'sh', line: 9, code: 'kubectl get pods --all-namespaces' });
});

test('a fence in a component or a list is found, with what stands after its language', () => {
  expect(samples.find(({ language }) => language === 'console')).toMatchObject({
    meta: 'title="A session" {2}',
    line: 24,
  });
  expect(samples.find(({ code }) => code.startsWith('df -h'))?.code.split('\n')).toHaveLength(3);
});

describe('nothing is found in sound blocks', () => {
  for (const sample of samples)
    test(`line ${sample.line} ${sample.language}`, async () => {
      expect((await sampleProblems(sample)).map((problem) => finding(sample, problem))).toEqual([]);
    });
});

if (process.env['FULL'] === '1')
  describe('the programs find nothing in sound blocks', () => {
    for (const sample of samples)
      for (const check of fullChecksOf(sample))
        test(`line ${sample.line} ${check.name}`, async ({ skip }) => {
          const missing = missingFor(check);
          skip(missing !== undefined, missing);
          expect((await check.problems(sample.code)).map((problem) => finding(sample, problem))).toEqual([]);
        });
  });

test('objects of groups without a published schema are told apart', async () => {
  const manifests = await Promise.all(
    samples.filter(({ language }) => language === 'yaml').map(({ code }) => manifestsIn(code)),
  );
  expect(manifests.flat().filter(({ hasSchema }) => !hasSchema)).toEqual([
    { name: 'rabbitmq.com/v1beta1 RabbitmqCluster', hasSchema: false },
  ]);
});

describe('the counts', () => {
  const counts = countsByLanguage(samples);

  test('add up to the blocks of the page', () => {
    const all = counts.reduce((sum, count) => sum + count.test + count.fullOnly + uncheckedCount(count), 0);
    expect(all).toBe(samples.length);
  });

  test('tell what is judged where, and why some is not', () => {
    expect(counts.find(({ language }) => language === 'nginx')).toEqual({
      language: 'nginx',
      label: 'nginx',
      test: 0,
      fullOnly: 4,
      notChecked: [{ reason: 'needs the brotli module, which Debian does not package', count: 1 }],
    });
    expect(counts.find(({ language }) => language === 'json')).toMatchObject({ test: 2, fullOnly: 0, notChecked: [] });
  });

  test('print as a table with the reasons below', () => {
    const table = countsTable(counts);
    expect(table).toMatch(/^nginx +0 +4 +1$/m);
    expect(table).toContain('nginx: 1 × needs the brotli module');
  });
});
