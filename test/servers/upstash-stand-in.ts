/**
 * A stand-in for Upstash, which nobody can run: its documented REST protocol in front of a real Redis. One command for
 * each request, as a JSON array or as a path with the body as last argument; bearer token; answers in base64; CORS.
 * A token `user:password` stands for one that was made for a user of Redis' own (`ACL RESTTOKEN`).
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { isRefused, parseReply, type Refused, type Reply } from '#core/storage/redis/reply.ts';
import type { RedisAccess } from './redis.ts';
import type { GatewayAccess } from './webdis.ts';

const token = 'token-of-the-stand-in';
/** As in Upstash' smallest plan. */
const largestRequest = 1024 * 1024;

export interface StandIn {
  readonly access: GatewayAccess;
  stop(): Promise<void>;
}

export async function startUpstashStandIn(redis: RedisAccess): Promise<StandIn> {
  const server = createServer((request, response) => {
    void answer(request, response, redis).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.');
  return {
    access: { endpoint: `http://127.0.0.1:${address.port}`, user: '', secret: token },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, redis: RedisAccess): Promise<void> {
  response.setHeader('access-control-allow-origin', '*');
  if (request.method === 'OPTIONS') {
    response.setHeader('access-control-allow-methods', 'GET, POST, PUT, HEAD');
    response.setHeader('access-control-allow-headers', 'authorization, content-type, upstash-encoding');
    response.writeHead(204).end();
    return;
  }
  const say = (status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const body = await readAll(request);
  const given = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  if (given !== token && !given.includes(':')) return say(401, { error: 'Unauthorized' });
  if (body.length > largestRequest) {
    const limit = `Limit: ${largestRequest} bytes, Actual: ${body.length} bytes`;
    return say(400, { error: `ERR max request size exceeded. ${limit}` });
  }
  const command = readCommand(request.url ?? '/', body);
  const reply = await runCommand(command, given === token ? undefined : given.split(':'), redis);
  if (isRefused(reply)) return say(400, { error: reply.refused });
  return say(200, { result: encode(reply, request.headers['upstash-encoding'] === 'base64') });
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function readCommand(path: string, body: Buffer): Buffer[] {
  if (path === '/') {
    const words: unknown = JSON.parse(body.toString());
    return Array.isArray(words) ? words.map((word) => Buffer.from(String(word))) : [];
  }
  const words = path
    .slice(1)
    .split('/')
    .map((word) => Buffer.from(decodeURIComponent(word)));
  return body.length > 0 ? [...words, body] : words;
}

/** Text as it is but for `OK`, which is never encoded. */
function encode(reply: Reply, base64: boolean): unknown {
  if (reply === null || typeof reply === 'number') return reply;
  if (!(reply instanceof Uint8Array)) return reply.map((item) => encode(item, base64));
  const bytes = Buffer.from(reply);
  return bytes.toString() === 'OK' || !base64 ? bytes.toString() : bytes.toString('base64');
}

/** One connection for each command, as `user` (name and password) or as the owner. */
async function runCommand(
  command: readonly Buffer[],
  user: readonly string[] | undefined,
  { port }: RedisAccess,
): Promise<Reply | Refused> {
  const socket = connect(port, '127.0.0.1');
  try {
    const commands = user ? [['AUTH', ...user].map((word) => Buffer.from(word)), command] : [command];
    for (const words of commands) socket.write(notation(words));
    let bytes = new Uint8Array(0);
    let replies = 0;
    for await (const chunk of socket) {
      bytes = new Uint8Array(Buffer.concat([bytes, Buffer.from(chunk)]));
      for (let parsed = parseReply(bytes); parsed; parsed = parseReply(bytes)) {
        replies++;
        if (replies === commands.length || isRefused(parsed.reply)) return parsed.reply;
        bytes = bytes.slice(parsed.end);
      }
    }
    throw new Error('Redis hung up.');
  } finally {
    socket.destroy();
  }
}

function notation(words: readonly Buffer[]): Buffer {
  const parts = words.flatMap((word) => [Buffer.from(`$${word.length}\r\n`), word, Buffer.from('\r\n')]);
  return Buffer.concat([Buffer.from(`*${words.length}\r\n`), ...parts]);
}
