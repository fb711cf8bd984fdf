// The way in of every npm script: `node scripts/run.mjs <tool or script> [arguments]` installs what is missing, then runs
// the tool of node_modules, or the script, with a Node that is new enough.
import { run } from './processes.mjs';
import { setUp } from './setup.mjs';

const [tool, ...args] = process.argv.slice(2);
try {
  process.exitCode = (await run(tool, args, setUp())).code;
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
