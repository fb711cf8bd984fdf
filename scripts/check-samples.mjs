import { argv, env, exit } from 'node:process';
import { finding, sampleProblems } from '../tests/samples/check.ts';
import { fullChecksOf, missingFor } from '../tests/samples/full-checks.ts';
import { pagesWithSamples, samplesIn } from '../tests/samples/pages.ts';

/**
 * Checks the code of single pages while they are written: `node scripts/check-samples.mjs content/faq/linux-oom.mdx`.
 * Without a file it checks all of them; with FULL=1 by the programs of this machine as well.
 */
const files = argv.length > 2 ? argv.slice(2) : await pagesWithSamples();
const lacking = new Set();
let samples = 0;
let findings = 0;

for (const file of files) {
  for (const sample of await samplesIn(file)) {
    samples += 1;
    const problems = await sampleProblems(sample);
    for (const check of env.FULL === '1' ? fullChecksOf(sample) : []) {
      const missing = missingFor(check);
      if (missing) lacking.add(missing);
      else problems.push(...(await check.problems(sample.code)));
    }
    for (const problem of problems) console.log(finding(sample, problem));
    findings += problems.length;
  }
}

for (const missing of lacking) console.log(`Skipped: ${missing}`);
console.log(`${samples} blocks in ${files.length} pages, ${findings} findings`);
exit(findings > 0 ? 1 : 0);
