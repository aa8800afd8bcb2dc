/** Serves `dist/web` as a static host would, from a sub-path. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../../dist/web/', import.meta.url));
const subPath = '/some/where/';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
};

export interface Site {
  /** Ends with a slash. */
  readonly address: string;
  stop(): Promise<void>;
}

export async function startSite(): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = normalize(decodeURIComponent(pathname.slice(subPath.length))) || 'index.html';
    if (!pathname.startsWith(subPath) || inside.startsWith('..')) {
      response.writeHead(404).end();
      return;
    }
    const name = inside === '.' ? 'index.html' : inside;
    readFile(join(dist, name)).then(
      (body) => {
        const contentType = contentTypes[extname(name)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': contentType }).end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The site has no port.');
  return {
    address: `http://localhost:${address.port}${subPath}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
