import { createServer, request } from 'node:http';
import { Duplex } from 'node:stream';
import { messageOf, type Problem } from './problem.ts';

/** A connection on which the other side sends a text and closes. */
const connectionSending = (text: string) => {
  let isSent = false;
  return new Duplex({
    read() {
      if (isSent) return;
      isSent = true;
      this.push(text, 'latin1');
      this.push(null);
    },
    write(_chunk, _encoding, done) {
      done();
    },
  });
};

const responseError = (text: string) =>
  new Promise<unknown>((settle) => {
    const asked = request({ createConnection: () => connectionSending(text) });
    asked.on('response', () => settle(undefined));
    asked.on('error', settle);
    asked.end();
  });

const requestError = (text: string) =>
  new Promise<unknown>((settle) => {
    const server = createServer(() => settle(undefined));
    server.on('clientError', (error, socket) => {
      socket.destroy();
      settle(error);
    });
    server.emit('connection', connectionSending(text));
  });

/** The messages of a block, which stand with an empty line between head and body; HTTP/2 heads as tools print them. */
export async function http(code: string): Promise<Problem[]> {
  const [start = ''] = code.split('\n');
  const head = /\n[^\S\n]*\n/.exec(code);
  const asSent = `${(head ? code.slice(0, head.index) : code.trimEnd()).replaceAll('\n', '\r\n')}\r\n\r\n`;
  const asVersion1 = asSent.replace(/HTTP\/[23](?:\.0)?(?=[ \r])/, 'HTTP/1.1');
  const isResponse = start.startsWith('HTTP/');
  if (!isResponse && !/ HTTP\/[123](?:\.\d)?$/.test(start))
    return [{ line: 1, message: 'the first line is neither "GET /path HTTP/1.1" nor "HTTP/1.1 200 OK"' }];
  const error = await (isResponse ? responseError(asVersion1) : requestError(asVersion1));
  return error === undefined ? [] : [{ line: 1, message: messageOf(error) }];
}
