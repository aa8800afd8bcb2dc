/** Tries again what may be tried again. */
import { isError } from '../errors.ts';
import type { Clock, Random } from '../ports.ts';
import { compareUtf8 } from '../util/text-order.ts';
import type { ListPage, ListQuery, ObjectStore } from './object-store.ts';

const attempts = 4;
const firstDelayMs = 250;
/** A longer wait than this is the person's to decide. */
const longestDelayMs = 20_000;

interface Powers {
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * Wraps a store so that throttling and failures of the server or the network are tried again, with exponential
 * backoff and jitter or as `Retry-After` says. A conditional write is repeated only where the storage said that
 * it did nothing: after a lost answer it would find its own object and call it somebody else's.
 */
export function withRetry(store: ObjectStore, powers: Powers): ObjectStore {
  async function* list(query: ListQuery): AsyncGenerator<ListPage> {
    let after = query.startAfter;
    for (let attempt = 1; ; attempt++) {
      try {
        for await (const page of store.list(after === undefined ? query : { ...query, startAfter: after })) {
          attempt = 1;
          after = lastOf(page) ?? after;
          yield page;
        }
        return;
      } catch (error) {
        await backOff(error, { attempt, powers, onlyRefused: false, signal: query.signal });
      }
    }
  }

  async function again<T>(
    run: () => Promise<T>,
    { signal, onlyRefused = false }: { signal?: AbortSignal | undefined; onlyRefused?: boolean } = {},
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await run();
      } catch (error) {
        await backOff(error, { attempt, powers, onlyRefused, signal });
      }
    }
  }

  return {
    capabilities: store.capabilities,
    list,
    stat: (key, options) => again(() => store.stat(key, options), { signal: options?.signal }),
    read: (key, options) => again(() => store.read(key, options), { signal: options?.signal }),
    write: (key, body, options) =>
      again(() => store.write(key, body, options), {
        signal: options?.signal,
        onlyRefused: options?.ifMatch !== undefined || options?.ifNoneMatch !== undefined,
      }),
    remove: (key) => again(() => store.remove(key)),
    presign: (key, seconds) => store.presign(key, seconds),
  };
}

interface Failure {
  readonly attempt: number;
  readonly powers: Powers;
  readonly onlyRefused: boolean;
  readonly signal: AbortSignal | undefined;
}

/** Waits, or throws what should not be tried again. */
export async function backOff(
  error: unknown,
  { attempt, powers, onlyRefused, signal }: Failure,
): Promise<void> {
  if (signal?.aborted || attempt >= attempts || !isError(error, 'storage')) throw error;
  const passing =
    error.code === 'throttled' ||
    (!onlyRefused && (error.code === 'offline' || (error.status !== undefined && error.status >= 500)));
  if (!passing) throw error;
  const jittered = firstDelayMs * 2 ** (attempt - 1) * (0.5 + powers.random.unit());
  const delay = error.retryAfterMs ?? jittered;
  if (delay > longestDelayMs) throw error;
  await powers.clock.sleep(delay, signal);
}

/** Where to go on after a page. All that stands behind a prefix begins with it, so it comes before U+10FFFF. */
export function lastOf({ objects, prefixes }: ListPage): string | undefined {
  const key = objects.at(-1)?.key;
  const prefix = prefixes.at(-1);
  if (prefix === undefined) return key;
  return key === undefined || compareUtf8(prefix, key) > 0 ? `${prefix}\u{10FFFF}` : key;
}
