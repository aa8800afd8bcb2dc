/** Files on a web server, and the ways in which web servers differ. The first part of a path says which. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface StaticServer {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** What lies at every path but `/empty/…`, unless told otherwise. */
const pattern = Buffer.from(Array.from({ length: 1000 }, (_, i) => i % 256));
const modified = 'Tue, 03 Mar 2026 10:00:00 GMT';

export async function startStaticServer(content: Buffer = pattern): Promise<StaticServer> {
  const server = createServer((request, response) => answer(content, request, response)).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The static server has no port.');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const statuses: Readonly<Record<string, number>> = {
  missing: 404,
  gone: 410,
  private: 403,
  busy: 429,
  broken: 501,
};

function answer(content: Buffer, request: IncomingMessage, response: ServerResponse): void {
  const [, kind = ''] = (request.url ?? '').split('/');
  if (kind !== 'no-cors') response.setHeader('access-control-allow-origin', '*');
  if (kind !== 'hides-headers') response.setHeader('access-control-expose-headers', 'content-range, etag');
  const status = statuses[kind];
  if (status !== undefined) {
    response.writeHead(status).end('<h1>An error page</h1>');
    return;
  }
  const isHead = request.method === 'HEAD';
  if (isHead && (kind === 'no-head' || kind === 'no-ranges' || kind === 'hides-headers')) {
    response.writeHead(405).end();
    return;
  }
  const bytes = kind === 'empty' ? Buffer.alloc(0) : content;
  response.setHeader('content-type', 'image/jpeg');
  response.setHeader('etag', '"version-1"');
  response.setHeader('last-modified', modified);
  const asked = kind === 'no-ranges' ? null : /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
  if (!asked) {
    response.writeHead(200, { 'content-length': bytes.length }).end(isHead ? undefined : bytes);
    return;
  }
  const [start, end] = [Number(asked[1]), Math.min(Number(asked[2]), bytes.length - 1)];
  if (start >= bytes.length) {
    response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
    return;
  }
  const part = bytes.subarray(start, end + 1);
  const range = `bytes ${start}-${end}/${bytes.length}`;
  response.writeHead(206, { 'content-range': range, 'content-length': part.length }).end(part);
}
