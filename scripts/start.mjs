// `npm start`: the built site on http://localhost:4321, or on the port in PORT. It is served as static hosts do, with the
// server of the tests: "astro preview" answers /faq with 404 where a host redirects to /faq/.
import { createServer } from 'node:net';
import { join } from 'node:path';
import { basePath } from '../src/site.ts';
import { serve } from '../tests/support/site-server.ts';
import { buildSite, isBuilt } from './build.mjs';
import { root } from './processes.mjs';

const port = Number(process.env.PORT ?? 4321);

const listens = (host) =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', ({ code }) => resolve(code === 'EADDRINUSE'));
    probe.listen({ port, host }, () => probe.close(() => resolve(false)));
  });

/** Whether something listens on the port already, on either of the addresses that `localhost` may mean. */
const isTaken = async () => (await listens('127.0.0.1')) || (await listens('::1'));

const start = async () => {
  if (await isTaken()) {
    throw new Error(`Port ${port} is taken, perhaps by another "npm start". Stop that, or set PORT to another port.`);
  }
  if (isBuilt()) console.log('The site in dist/ is up to date.');
  else if ((await buildSite()).code !== 0) throw new Error('The build failed; its reason stands above.');
  await serve(join(root, 'dist'), { base: basePath, port });
  console.log(`\nInterview Runbook is on http://localhost:${port}${basePath} (Ctrl-C stops it)`);
};

try {
  await start();
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
