/** A line that can be cut: passes everything to a server until it is told not to. Told by requests, as pages tell it too. */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';

export interface CuttingAccess {
  /** In place of the server's own. */
  readonly endpoint: string;
  /** `POST` here: `/after-upload`, `/answers?times=1`, `/mend`, `/uploaded`. */
  readonly control: string;
}

export interface CuttingProxy {
  readonly access: CuttingAccess;
  stop(): Promise<void>;
}

/** What counts as an upload's part. */
const partBytes = 1024 * 1024;
/** Of an answer that is cut, so much gets through. */
const answeredBytes = 4096;

/**
 * The Host header goes through as it came, as signatures are made over it.
 * fake-gcs-server ends an upload when it is asked what has arrived (`bytes *`); the proxy answers that in its place, as
 * Google documents it, from what the server said before.
 */
export async function startCuttingProxy(upstream: string): Promise<CuttingProxy> {
  const { hostname, port, origin } = new URL(upstream);
  const arrivedIn = new Map<string, string>();
  const open = new Set<ServerResponse>();
  let isDead = false;
  let cutsAfterUpload = false;
  let answersToCut = 0;
  let uploaded = 0;
  let endpoint = '';

  function pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    if (isDead) {
      outgoing.destroy();
      return;
    }
    open.add(outgoing);
    outgoing.on('close', () => open.delete(outgoing));
    const { method = 'GET', url = '/', headers } = incoming;
    const range = arrivedIn.get(url);
    if (headers['content-range']?.startsWith('bytes */') && range !== undefined) {
      const cors = { 'access-control-allow-origin': '*', 'access-control-expose-headers': '*' };
      outgoing.writeHead(308, { range, ...cors }).end();
      return;
    }
    let sent = 0;
    incoming.on('data', (chunk: Buffer) => {
      sent += chunk.length;
      uploaded += chunk.length;
    });
    const passedOn = request({ hostname, port, method, path: url, headers }, (answer) => {
      const status = answer.statusCode ?? 502;
      const { range: arrived, location } = answer.headers;
      if (status === 308 && typeof arrived === 'string') arrivedIn.set(url, arrived);
      const moved = location === undefined ? {} : { location: location.replace(origin, endpoint) };
      outgoing.writeHead(status, { ...answer.headers, ...moved });
      if (method === 'GET' && answersToCut > 0) {
        answersToCut--;
        answer.once('data', (chunk: Buffer) => {
          outgoing.write(chunk.subarray(0, answeredBytes), () => outgoing.destroy());
          answer.destroy();
        });
        return;
      }
      answer.pipe(outgoing);
      if (cutsAfterUpload && sent >= partBytes && status < 400) {
        cutsAfterUpload = false;
        outgoing.on('finish', () => {
          isDead = true;
          for (const other of open) if (other !== outgoing) other.destroy();
        });
      }
    });
    passedOn.on('error', () => outgoing.destroy());
    outgoing.on('close', () => passedOn.destroy());
    incoming.pipe(passedOn);
  }

  function control(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://control');
    if (pathname === '/after-upload') cutsAfterUpload = true;
    if (pathname === '/answers') answersToCut = Number(searchParams.get('times'));
    if (pathname === '/mend') {
      isDead = false;
      answersToCut = 0;
      uploaded = 0;
    }
    outgoing.writeHead(200, { 'access-control-allow-origin': '*' }).end(String(uploaded));
  }

  const servers = [createServer(pass), createServer(control)];
  const [line = '', controlled = ''] = await Promise.all(
    servers.map(async (server) => {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
      return `http://127.0.0.1:${address.port}`;
    }),
  );
  endpoint = line;
  return {
    access: { endpoint: line, control: controlled },
    async stop() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
        await once(server, 'close');
      }
    },
  };
}
