/**
 * Large writes in blocks. Each is named by where it lies and by the SHA-256 of its bytes, so an upload that was cut
 * goes on from what Azure holds of it, after a reload too; Azure drops what was never joined after a week.
 */
import { isError, StorageError } from '../../errors.ts';
import type { Ports } from '../../ports.ts';
import { elements, elementText } from '../../util/xml.ts';
import { backOff } from '../retry.ts';
import type { Call, Caller } from './call.ts';
import { toBase64 } from './sas.ts';

/** Azure allows 50,000 blocks, so this grows for objects over 400 GB. */
const blockSize = 8 * 1024 * 1024;
const blocksAtOnce = 4;

interface LargeWrite {
  /** The write as a whole, with its conditions. */
  readonly call: Call;
  readonly body: Blob;
  readonly caller: Caller;
  readonly ports: Ports;
  readonly onProgress: ((sentBytes: number) => void) | undefined;
}

/**
 * Uploads `body` and gives the answer to the request that joins its blocks. The condition is checked by that one, so
 * nothing is seen of a refused write. Each block is tried again by itself; before they are joined, Azure is asked for
 * the blocks it holds and their sizes.
 */
export async function writeInBlocks(write: LargeWrite): Promise<Response> {
  const { call, body, caller, onProgress } = write;
  const size = Math.max(blockSize, Math.ceil(body.size / 50_000));
  const count = Math.ceil(body.size / size);
  const names: string[] = [];
  const staged = await stagedBlocks(write);
  const stop = new AbortController();
  const signal = call.signal ? AbortSignal.any([call.signal, stop.signal]) : stop.signal;
  let next = 0;
  let sent = 0;
  const worker = async (): Promise<void> => {
    for (let block = next++; block < count; block = next++) {
      signal.throwIfAborted();
      const bytes = new Uint8Array(await body.slice(block * size, (block + 1) * size).arrayBuffer());
      const name = await nameOf(block, bytes);
      names[block] = name;
      if (staged?.get(name) !== bytes.length) await putBlock(write, { name, bytes, signal });
      sent += bytes.length;
      if (sent < body.size) onProgress?.(sent);
    }
  };
  await allOrStop(Array.from({ length: blocksAtOnce }, worker), stop);
  await verify(write, names, size);
  const list = names.map((name) => `<Latest>${name}</Latest>`).join('');
  return caller.send({
    ...call,
    query: { comp: 'blocklist' },
    body: `<?xml version="1.0" encoding="utf-8"?><BlockList>${list}</BlockList>`,
    headers: { ...call.headers, 'content-type': 'application/xml' },
  });
}

async function nameOf(block: number, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const name = new Uint8Array(36);
  new DataView(name.buffer).setUint32(0, block);
  name.set(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), 4);
  return toBase64(name);
}

async function putBlock(
  { call, caller, ports }: LargeWrite,
  { name, bytes, signal }: { name: string; bytes: Uint8Array<ArrayBuffer>; signal: AbortSignal },
): Promise<void> {
  // The conditions are those of the whole.
  const { headers: _headers, ...whole } = call;
  const one: Call = { ...whole, signal, query: { comp: 'block', blockid: name }, body: bytes };
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await caller.send(one);
      if (response.ok) return;
      await caller.refuse(one, response);
    } catch (error) {
      await backOff(perhapsCut(error, attempt), { attempt, powers: ports, onlyRefused: false, signal });
    }
  }
}

/** A line that was cut looks like a missing rule, as the server answers right after. It is one if it stays so. */
function perhapsCut(error: unknown, attempt: number): unknown {
  if (attempt >= 3 || !isError(error, 'storage') || error.code !== 'cors') return error;
  return new StorageError('offline', error.message, { operation: 'write', cause: error });
}

/** Names and sizes of the blocks that wait to be joined; undefined where one may not ask. */
async function stagedBlocks({ call, caller }: LargeWrite): Promise<Map<string, number> | undefined> {
  const { headers: _headers, ...whole } = call;
  const asked: Call = {
    ...whole,
    method: 'GET',
    cache: 'no-store',
    query: { comp: 'blocklist', blocklisttype: 'uncommitted' },
  };
  const response = await caller.send(asked);
  if (response.status === 404) return new Map();
  if (!response.ok) return undefined;
  const xml = await caller.unlessUnanswered(asked, response.text());
  return new Map(
    [...elements(xml, 'Block')].map((block) => [
      elementText(block, 'Name') ?? '',
      Number(elementText(block, 'Size') ?? -1),
    ]),
  );
}

async function verify(write: LargeWrite, names: readonly string[], size: number): Promise<void> {
  const { call, body } = write;
  const held = await stagedBlocks(write);
  if (held === undefined) return;
  const lost = names.findIndex((name, block) => held.get(name) !== Math.min(size, body.size - block * size));
  if (lost < 0) return;
  const { key = '' } = call;
  throw new StorageError('unexpected', `Part ${lost + 1} of "${key}" did not arrive whole.`, {
    operation: 'write',
    key,
    status: 500,
    remedy: { text: 'Nothing was overwritten. Try again: what did arrive is not sent twice.' },
  });
}

/** Waits for all; the first failure stops the others, so that none sends a block after the upload was given up. */
async function allOrStop(workers: readonly Promise<void>[], stop: AbortController): Promise<void> {
  try {
    await Promise.all(workers);
  } catch (error) {
    stop.abort();
    await Promise.allSettled(workers);
    throw error;
  }
}
