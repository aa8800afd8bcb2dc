/** Runs in the browser: our reading of objects and bare `fetch` of addresses signed beforehand, in turns. */
import type { S3Credentials, S3Settings } from '#core/model/storage.ts';
import { openStore } from '#core/storage/registry.ts';
import { makePorts } from '#test/fakes/ports.ts';

export interface ReadingInput {
  readonly settings: S3Settings;
  readonly credentials: S3Credentials;
  readonly keys: readonly string[];
  /** Bytes of each object. */
  readonly size: number;
  /** Requests at the same time. */
  readonly atOnce: number;
  readonly runs: number;
}

/** Milliseconds of each run. */
export interface ReadingTimes {
  readonly bare: readonly number[];
  readonly ours: readonly number[];
}

/** Not how long our reading signs for: of one second, the addresses would be the same. */
const unlike = 901;

async function time(
  { keys, size, atOnce }: ReadingInput,
  read: (index: number, key: string) => Promise<Blob>,
): Promise<number> {
  const waiting = [...keys.entries()].reverse();
  const worker = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const blob = await read(...next);
      if (blob.size !== size) throw new Error(`"${next[1]}" came with ${blob.size} bytes`);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: atOnce }, worker));
  return performance.now() - start;
}

/**
 * One run of each warms up and is not counted. Who begins changes from run to run. Nothing comes from the browser's
 * cache: each run has addresses of its own, as signatures tell the second.
 */
export async function measureReading(input: ReadingInput): Promise<ReadingTimes> {
  const { settings, credentials, keys, runs } = input;
  const times = { bare: new Array<number>(), ours: new Array<number>() };
  const runBare = async (): Promise<void> => {
    const store = await openStore(settings, credentials, makePorts());
    const urls: string[] = [];
    for (const key of keys) urls.push((await store.presign(key, unlike)).href);
    times.bare.push(
      await time(input, async (index) => (await fetch(urls[index] ?? '', { credentials: 'omit' })).blob()),
    );
  };
  const runOurs = async (): Promise<void> => {
    const store = await openStore(settings, credentials, makePorts());
    times.ours.push(await time(input, (_, key) => store.read(key)));
  };
  for (let run = 0; run <= runs; run++) {
    for (const next of run % 2 === 0 ? [runBare, runOurs] : [runOurs, runBare]) await next();
  }
  return { bare: times.bare.slice(1), ours: times.ours.slice(1) };
}
