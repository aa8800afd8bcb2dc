import { describe, expect, test } from 'vitest';
import { StorageError, type StorageErrorCode } from '#core/errors.ts';
import type { ListPage, ListQuery, ObjectStore } from '#core/storage/object-store.ts';
import { withRetry } from '#core/storage/retry.ts';
import { makeMemoryStore } from '#test/fakes/memory-store.ts';
import { makeClock } from '#test/fakes/ports.ts';

function error(
  code: StorageErrorCode,
  fields: { status?: number; retryAfterMs?: number } = {},
): StorageError {
  return new StorageError(code, code, { operation: 'read', ...fields });
}

/** A store whose calls fail with `failures` in turn, then go through. */
function failing(failures: Error[], inner: ObjectStore = makeMemoryStore(['a'])) {
  const clock = makeClock();
  let calls = 0;
  const attempt = async <T>(value: T): Promise<T> => {
    calls++;
    const failure = failures.shift();
    if (failure) throw failure;
    return value;
  };
  const info = { key: 'a', size: 1, etag: 'e', modified: 0 };
  const store = withRetry(
    {
      ...inner,
      read: () => attempt(new Blob(['x'])),
      write: () => attempt(info),
      remove: () => attempt(undefined),
    },
    { clock, random: { unit: () => 0.5, uuid: () => '', bytes: (length) => new Uint8Array(length) } },
  );
  return { store, clock, calls: () => calls };
}

describe('trying again', () => {
  test('waits longer each time', async () => {
    const { store, clock } = failing([
      error('throttled'),
      error('offline'),
      error('unexpected', { status: 500 }),
    ]);
    expect((await store.read('a')).size).toBe(1);
    expect(clock.slept).toEqual([250, 500, 1000]);
  });

  test('waits as long as the storage asks, but not for ever', async () => {
    const asked = failing([error('throttled', { retryAfterMs: 7000 })]);
    await asked.store.read('a');
    expect(asked.clock.slept).toEqual([7000]);
    const tooLong = failing([error('throttled', { retryAfterMs: 3_600_000 })]);
    await expect(tooLong.store.read('a')).rejects.toMatchObject({ code: 'throttled' });
    expect(tooLong.clock.slept).toEqual([]);
  });

  test('gives up after four times', async () => {
    const { store, calls } = failing(Array.from({ length: 9 }, () => error('throttled')));
    await expect(store.read('a')).rejects.toMatchObject({ code: 'throttled' });
    expect(calls()).toBe(4);
  });

  test.each<StorageErrorCode>([
    'cors',
    'forbidden',
    'not-found',
    'credentials-expired',
    'credentials-invalid',
    'clock-skew',
    'wrong-region',
    'precondition-failed',
    'mixed-content',
    'invalid-name',
    'too-large',
  ])('is of no use for %s', async (code) => {
    const { store, calls } = failing([error(code, { status: 403 })]);
    await expect(store.remove('a')).rejects.toMatchObject({ code });
    expect(calls()).toBe(1);
  });

  test('repeats a conditional write only when the storage did nothing', async () => {
    const lost = failing([error('offline')]);
    await expect(lost.store.write('a', new Blob([]), { ifNoneMatch: '*' })).rejects.toMatchObject({
      code: 'offline',
    });
    const throttled = failing([error('throttled')]);
    expect(await throttled.store.write('a', new Blob([]), { ifNoneMatch: '*' })).toMatchObject({ etag: 'e' });
    const plain = failing([error('offline')]);
    expect(await plain.store.write('a', new Blob([]))).toMatchObject({ etag: 'e' });
  });

  test('does not wait once aborted', async () => {
    const { store, calls } = failing([error('throttled')]);
    const aborted = AbortSignal.abort();
    await expect(store.read('a', { signal: aborted })).rejects.toMatchObject({ code: 'throttled' });
    expect(calls()).toBe(1);
  });

  test.each(['', '/'])('goes on in a listing grouped by "%s" where it broke', async (delimiter) => {
    const keys = Array.from({ length: 40 }, (_, i) => (i % 2 ? `${i}/x` : `${i}`));
    const inner = makeMemoryStore(keys);
    let pages = 0;
    const flaky: ObjectStore = {
      ...inner,
      list: async function* (query: ListQuery): AsyncGenerator<ListPage> {
        for await (const page of inner.list(query)) {
          if (++pages % 3 === 0) throw error('offline');
          yield page;
        }
      },
    };
    const query = { delimiter, pageSize: 4 };
    const seen: string[] = [];
    for await (const page of failing([], flaky).store.list(query)) {
      seen.push(...page.objects.map(({ key }) => key), ...page.prefixes);
    }
    const whole: string[] = [];
    for await (const page of inner.list(query))
      whole.push(...page.objects.map(({ key }) => key), ...page.prefixes);
    expect(seen.sort()).toEqual(whole.sort());
  });
});
