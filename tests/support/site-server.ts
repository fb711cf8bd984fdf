import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

const compressed = promisify(brotliCompress);

const typeByExtension: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.zip': 'application/zip',
};

const isText = (type: string) => /^text\/|json|javascript|xml|wasm/.test(type);

const kindOf = async (path: string) => {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return 'file';
  return found?.isDirectory() ? 'folder' : 'nothing';
};

export interface SiteServer {
  /** The address of the home page, with the base path and a slash at its end: `http://127.0.0.1:41234/runbook/`. */
  url: string;
  close: () => Promise<void>;
}

/**
 * Serves a built site as a static host does: brotli for text, `index.html` for a folder, a redirect where the slash at the
 * end is missing, `404.html` with status 404 for what is not there. Under a base path nothing else answers.
 */
export async function serve(folder: string, { base = '/', port = 0 } = {}): Promise<SiteServer> {
  const top = resolve(folder);
  const prefix = `/${base}/`.replace(/\/+/g, '/');
  const bodies = new Map<string, Promise<Buffer>>();

  /** The bytes of a file, compressed once for each version of it. */
  const body = async (file: string, asBrotli: boolean) => {
    if (!asBrotli) return readFile(file);
    const key = `${file} ${(await stat(file)).mtimeMs}`;
    const known = bodies.get(key) ?? readFile(file).then((bytes) => compressed(bytes));
    bodies.set(key, known);
    return known;
  };

  const send = async (request: IncomingMessage, response: ServerResponse, status: number, file: string) => {
    const type = typeByExtension[extname(file)] ?? 'application/octet-stream';
    const asBrotli = isText(type) && /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
    const bytes = await body(file, asBrotli);
    response.writeHead(status, {
      'content-type': type,
      'content-length': bytes.length,
      vary: 'accept-encoding',
      ...(asBrotli ? { 'content-encoding': 'br' } : {}),
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  };

  const sendPlain = (response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}) => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(text);
  };

  const redirect = (response: ServerResponse, location: string) =>
    sendPlain(response, 301, `Moved to ${location}`, { location });

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return sendPlain(response, 405, 'Only GET and HEAD.');
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (`${pathname}/` === prefix) return redirect(response, prefix + search);
    if (!pathname.startsWith(prefix)) return sendPlain(response, 404, `Nothing outside of ${prefix}`);
    const path = join(top, decodeURIComponent(pathname.slice(prefix.length)));
    if (path !== top && !path.startsWith(top + sep)) return sendPlain(response, 400, 'Outside of the site.');

    const kind = await kindOf(path);
    if (kind === 'file' && !pathname.endsWith('/')) return send(request, response, 200, path);
    const index = join(path, 'index.html');
    if (kind === 'folder' && (await kindOf(index)) === 'file') {
      return pathname.endsWith('/') ? send(request, response, 200, index) : redirect(response, `${pathname}/${search}`);
    }
    const notFound = join(top, '404.html');
    if ((await kindOf(notFound)) === 'file') return send(request, response, 404, notFound);
    return sendPlain(response, 404, 'Not found.');
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendPlain(response, error instanceof URIError ? 400 : 500, String(error));
    });
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', done);
  });

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`,
    close: () =>
      new Promise((done, failed) => {
        server.close((error) => (error ? failed(error) : done()));
        server.closeAllConnections();
      }),
  };
}
