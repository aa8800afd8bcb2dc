/** A storage as it is before anyone gave its bucket a CORS rule. */
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import { once } from 'node:events';

export interface Proxy {
  readonly endpoint: string;
  /** Requests passed on so far, by method; preflights are under `OPTIONS`. */
  readonly seen: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

function withoutCors(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('access-control-')));
}

/**
 * Passes everything to `upstream` but its CORS headers, and refuses preflights.
 * The Host header goes through as it came: signatures are made over the proxy's host and port.
 */
export async function startNoCorsProxy(upstream: string): Promise<Proxy> {
  const { hostname, port } = new URL(upstream);
  const seen = new Map<string, number>();
  const server = createServer((incoming, outgoing) => {
    const method = incoming.method ?? 'GET';
    seen.set(method, (seen.get(method) ?? 0) + 1);
    if (method === 'OPTIONS') {
      outgoing.writeHead(403).end();
      return;
    }
    const passedOn = request(
      { hostname, port, method, path: incoming.url, headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, withoutCors(answer.headers));
        answer.pipe(outgoing);
      },
    );
    passedOn.on('error', () => outgoing.destroy());
    outgoing.on('close', () => passedOn.destroy());
    incoming.pipe(passedOn);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    seen,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
