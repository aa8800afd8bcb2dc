/** Redis, as Debian packages it; memory only. */
import { connect } from 'node:net';
import { launch, type Launched } from './process.ts';
import { libraryPath, obtainFromDebian } from './debian.ts';
import type { Server } from './server.ts';

export interface RedisAccess {
  readonly port: number;
}

export const redis: Server<RedisAccess> = {
  name: 'Redis',
  obtain: () => obtainFromDebian('redis-server'),

  async start({ executable, folder, port }) {
    const options = { port, bind: '127.0.0.1', save: '', appendonly: 'no', dir: folder };
    const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const launched = launch(executable, args, await libraryPath(executable));
    await untilListens(port, launched);
    return { access: { port }, pid: launched.pid, stop: () => launched.stop() };
  },
};

async function untilListens(port: number, launched: Launched): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && !launched.hasEnded()) {
    const listens = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('close', () => resolve(false)).once('connect', () => socket.destroy());
    });
    if (listens) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await launched.stop();
  throw new Error(`Redis does not listen on ${port}. It wrote:\n${launched.output()}`);
}
