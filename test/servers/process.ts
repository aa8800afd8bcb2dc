/** Starting, awaiting and stopping server processes; always by process id. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fetch } from '#core/ports.ts';

const leash = fileURLToPath(new URL('./leash.mjs', import.meta.url));

/** Where servers are kept between runs; git ignores it. */
export const cacheFolder = fileURLToPath(new URL('../../.cache/servers/', import.meta.url));

export async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** The first executable of this name on the PATH. */
export async function findOnPath(name: string): Promise<string | undefined> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (folder !== '' && (await isExecutable(path))) return path;
  }
  return undefined;
}

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('This machine gave no port.');
  return address.port;
}

export interface Launched {
  readonly pid: number;
  /** The last lines that the process wrote, for error messages. */
  output(): string;
  hasEnded(): boolean;
  stop(): Promise<void>;
}

/** Starts a command that ends with `stop()`, or with this process however it ends. */
export function launch(command: string, args: readonly string[], env: Record<string, string>): Launched {
  const child = spawn(process.execPath, [leash, command, ...args], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command} could not be started.`);
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-4000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = once(child, 'exit');
  return {
    pid,
    output: () => output,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      process.kill(pid, 'SIGTERM');
      await ended;
    },
  };
}

/** Polls `address` until it answers 2xx; rejects when the process ends first or after `timeoutMs`. */
export async function untilAnswers(
  address: string,
  launched: Launched,
  {
    timeoutMs = 30_000,
    method = 'GET',
    fetch = globalThis.fetch,
  }: { timeoutMs?: number; method?: string; fetch?: Fetch } = {},
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline && !launched.hasEnded()) {
    const answered = await fetch(address, { method }).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await launched.stop();
  throw new Error(`Nothing answered at ${address}. The process wrote:\n${launched.output()}`);
}
