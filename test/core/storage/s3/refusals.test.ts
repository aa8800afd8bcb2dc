import { beforeAll, describe, expect, test } from 'vitest';
import { isError, type StorageError } from '#core/errors.ts';
import type { S3Credentials, S3Settings } from '#core/model/storage.ts';
import type { ObjectStore } from '#core/storage/object-store.ts';
import { openStore } from '#core/storage/registry.ts';
import { makeBucket, type TestBucket } from '#test/fakes/buckets.ts';
import { makeClock, makePorts } from '#test/fakes/ports.ts';

/** The error that an action ends in. */
async function failure(action: Promise<unknown>): Promise<StorageError> {
  const error: unknown = await action.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isError(error, 'storage')) throw new Error('expected a StorageError', { cause: error });
  return error;
}

async function listOnce(store: ObjectStore): Promise<void> {
  for await (const _ of store.list({ pageSize: 1 })) return;
}

describe('what MinIO refuses', () => {
  let good: TestBucket;
  beforeAll(async () => {
    good = await makeBucket();
    const store = await openStore(good.settings, good.credentials, makePorts());
    await store.write('there.jpg', new Blob(['x']));
  });

  async function refused(
    settings: Partial<S3Settings>,
    credentials: Partial<S3Credentials> | undefined,
    clockMs = 0,
  ): Promise<StorageError> {
    const store = await openStore(
      { ...good.settings, ...settings },
      credentials && { ...good.credentials, ...credentials },
      makePorts({ clock: makeClock(clockMs) }),
    );
    return failure(listOnce(store));
  }

  test('a wrong secret', async () => {
    expect(await refused({}, { secretAccessKey: 'wrong-secret' })).toMatchObject({
      code: 'credentials-invalid',
      message: 'The bucket refused the signature, so the secret key does not belong to this key ID.',
      operation: 'list',
      status: 403,
    });
  });

  test('an unknown key id', async () => {
    expect(await refused({}, { accessKeyId: 'AKIAUNKNOWN1234' })).toMatchObject({
      code: 'credentials-invalid',
      message: 'The bucket does not know the key ID that ends in "1234".',
    });
  });

  test('a bucket that is not there', async () => {
    expect(await refused({ bucket: 'no-such-bucket' }, {})).toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('There is no bucket "no-such-bucket" at '),
    });
  });

  test('the wrong region, with the right one to use', async () => {
    expect(await refused({ region: 'eu-central-1' }, {})).toMatchObject({
      code: 'wrong-region',
      remedy: { fix: { field: 'region', value: 'us-east-1' } },
    });
  });

  test('a stranger', async () => {
    expect(await refused({ anonymous: true }, undefined)).toMatchObject({ code: 'forbidden' });
  });

  test.each([
    [-17, 'This device is 17 min behind the bucket, so its signatures are refused.'],
    [42, 'This device is 42 min ahead of the bucket, so its signatures are refused.'],
  ])('a clock that is %i min off', async (minutes, message) => {
    expect(await refused({}, {}, minutes * 60_000)).toMatchObject({ code: 'clock-skew', message });
  });

  test('the reason is known for HEAD too, whose answers have no body', async () => {
    const store = await openStore(
      good.settings,
      { ...good.credentials, secretAccessKey: 'wrong' },
      makePorts(),
    );
    expect(await failure(store.stat('there.jpg'))).toMatchObject({
      code: 'credentials-invalid',
      operation: 'stat',
    });
  });

  test('no message holds a signature or a secret', async () => {
    const error = await refused({}, { secretAccessKey: 'wrong-secret' });
    const told = JSON.stringify([error.message, error.stack, error.remedy, error.cause]);
    expect(told).not.toMatch(/X-Amz|wrong-secret/);
  });
});

describe('large writes', () => {
  test('go in parts, tell progress and honour conditions', async () => {
    const { settings, credentials } = await makeBucket();
    const store = await openStore(settings, credentials, makePorts());
    const body = new Blob([Uint32Array.from({ length: 20 * 2 ** 18 }, (_, i) => i), 'end']);
    const told: number[] = [];
    const written = await store.write('large +%.bin', body, {
      ifNoneMatch: '*',
      onProgress: (sent) => told.push(sent),
    });
    expect(told).toHaveLength(3);
    expect(told.at(-1)).toBe(body.size);
    expect(await store.stat('large +%.bin')).toMatchObject({ size: body.size, etag: written.etag });
    const back = await store.read('large +%.bin');
    expect(Buffer.from(await back.arrayBuffer()).equals(Buffer.from(await body.arrayBuffer()))).toBe(true);
    expect(await failure(store.write('large +%.bin', body, { ifNoneMatch: '*' }))).toMatchObject({
      code: 'precondition-failed',
      message: expect.stringContaining('Nothing was overwritten.'),
    });
  });

  test('stop when aborted', async () => {
    const { settings, credentials } = await makeBucket();
    const store = await openStore(settings, credentials, makePorts());
    const stop = new AbortController();
    const body = new Blob([new Uint8Array(40 * 1024 * 1024)]);
    const writing = store.write('large', body, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
    expect(await failure(store.stat('large'))).toMatchObject({ code: 'not-found' });
  });
});
