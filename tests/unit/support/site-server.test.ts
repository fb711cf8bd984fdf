import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type SiteServer } from '../../support/site-server.ts';

const files = {
  'index.html': '<h1>Home</h1>',
  '404.html': '<h1>Not here</h1>',
  'faq/linux-oom/index.html': '<h1>Out of memory</h1>',
  'assets/page.css': 'h1 { color: red }',
  'assets/image.png': 'not text',
  'empty/note.txt': 'no index here',
};

const folder = mkdtempSync(join(tmpdir(), 'site-'));

beforeAll(() => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

describe.each(['/', '/runbook/'])('under %s', (base) => {
  let site: SiteServer;

  beforeAll(async () => {
    site = await serve(folder, { base });
  });

  afterAll(() => site.close());

  const get = (path: string, encodings = 'gzip, br') =>
    fetch(new URL(path, site.url), { redirect: 'manual', headers: { 'accept-encoding': encodings } });

  test('the address ends with the base path', () => expect(new URL(site.url).pathname).toBe(base));

  test.each([
    ['', '<h1>Home</h1>', 'text/html; charset=utf-8'],
    ['faq/linux-oom/', '<h1>Out of memory</h1>', 'text/html; charset=utf-8'],
    ['assets/page.css', 'h1 { color: red }', 'text/css; charset=utf-8'],
    ['assets/image.png', 'not text', 'image/png'],
  ])('"%s" answers with its text and type', async (path, text, type) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toBe(text);
  });

  test('text is sent as brotli and images as they are', async () => {
    expect((await get('assets/page.css')).headers.get('content-encoding')).toBe('br');
    expect((await get('assets/image.png')).headers.get('content-encoding')).toBe(null);
  });

  test('a reader without brotli gets plain text', async () => {
    const response = await get('assets/page.css', 'gzip');
    expect(response.headers.get('content-encoding')).toBe(null);
    expect(await response.text()).toBe('h1 { color: red }');
  });

  test('a missing slash at the end is a redirect that keeps the query', async () => {
    const response = await get('faq/linux-oom?from=mail');
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe(`${base}faq/linux-oom/?from=mail`);
  });

  test.each(['faq/nothing/', 'assets/page.css/', 'empty/', 'nothing.txt'])('"%s" is not found', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('<h1>Not here</h1>');
  });

  test('nothing outside of the folder is served', async () => {
    const { port } = new URL(site.url);
    // `fetch` would tidy the path up before sending it.
    const status = await new Promise((resolve) =>
      request({ port, path: `${base}..%2f..%2fetc%2fpasswd` }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end(),
    );
    expect(status).toBe(400);
  });
});

test('under a base path the addresses outside of it are not served', async () => {
  const site = await serve(folder, { base: '/runbook/' });
  const outside = await fetch(new URL('/faq/linux-oom/', site.url));
  const withoutSlash = await fetch(new URL('/runbook', site.url), { redirect: 'manual' });
  await site.close();
  expect(outside.status).toBe(404);
  expect(withoutSlash.headers.get('location')).toBe('/runbook/');
});
