import { describe, expect, test } from 'vitest';
import { isError, type StorageError } from '#core/errors.ts';
import type { Ports } from '#core/ports.ts';
import { openS3Store } from '#core/storage/s3/store.ts';
import { makeBucket, type TestBucket } from '#test/fakes/buckets.ts';
import { makePorts } from '#test/fakes/ports.ts';

async function failure(action: Promise<unknown>): Promise<StorageError> {
  const error: unknown = await action.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isError(error, 'storage')) throw new Error('expected a StorageError', { cause: error });
  return error;
}

async function listing(
  { settings, credentials }: TestBucket,
  ports: Ports = makePorts(),
): Promise<StorageError> {
  return failure(openS3Store(settings, credentials, ports).list({})[Symbol.asyncIterator]().next());
}

describe('a fetch without an answer, in a real browser', () => {
  test('means no CORS rule where the server is there, with the rule and the command to paste', async () => {
    const bucket = await makeBucket('noCors');
    const error = await listing(bucket);
    const { bucket: name, endpoint } = bucket.settings;
    const { origin } = location;
    expect(error).toMatchObject({
      code: 'cors',
      message: `This page may not read "${name}": the bucket has no rule for ${origin}.`,
    });
    const [rule, command, minio] = error.remedy?.snippets ?? [];
    const rules: unknown = JSON.parse(rule?.text ?? '');
    expect(rules).toMatchObject([
      {
        AllowedOrigins: [origin],
        AllowedMethods: ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'],
        AllowedHeaders: ['*'],
      },
    ]);
    const quoted =
      /^aws s3api put-bucket-cors --bucket (\S+) --endpoint-url (\S+) --cors-configuration '(.*)'$/.exec(
        command?.text ?? '',
      );
    expect(quoted?.slice(1, 3)).toEqual([name, endpoint]);
    expect(JSON.parse(quoted?.[3] ?? '')).toEqual({ CORSRules: rules });
    expect(minio?.text).toBe(`MINIO_API_CORS_ALLOW_ORIGIN=${origin}`);
    expect(error.remedy?.text).toContain('extension');
  });

  test('says "write to" for a write that may not be', async () => {
    const { settings, credentials } = await makeBucket('noCors');
    const error = await failure(openS3Store(settings, credentials, makePorts()).write('a', new Blob(['x'])));
    expect(error).toMatchObject({
      code: 'cors',
      message: expect.stringContaining('This page may not write to'),
    });
  });

  test('means a missing permission in the extension', async () => {
    const ports = makePorts({ host: { origin: 'chrome-extension://abc', kind: 'extension' } });
    const error = await listing(await makeBucket('noCors'), ports);
    expect(error).toMatchObject({
      code: 'cors',
      message: expect.stringMatching(/^The extension may not read/),
    });
  });

  test('means nobody there where nothing listens', async () => {
    const { settings, credentials } = await makeBucket();
    const nobody = { ...settings, endpoint: 'http://127.0.0.1:9' };
    expect(await listing({ settings: nobody, credentials })).toMatchObject({
      code: 'offline',
      message: '127.0.0.1:9 does not answer.',
    });
  });

  test('means mixed content where a page on https asks for http', async () => {
    const { settings, credentials } = await makeBucket();
    const ports = makePorts({
      host: { origin: 'https://annotate.example', kind: 'web' },
      fetch: async () => {
        throw new TypeError('Failed to fetch');
      },
    });
    const far = { ...settings, endpoint: 'http://nas.example:9000' };
    expect(await listing({ settings: far, credentials }, ports)).toMatchObject({
      code: 'mixed-content',
      remedy: { fix: { field: 'endpoint', value: 'https://nas.example:9000' } },
    });
    // Browsers let every page read the machine it runs on.
    expect(await listing({ settings, credentials }, ports)).toMatchObject({ code: 'offline' });
  });

  test('means no error when it was aborted', async () => {
    const { settings, credentials } = await makeBucket();
    const stop = new AbortController();
    const read = openS3Store(settings, credentials, makePorts()).read('a', { signal: stop.signal });
    stop.abort();
    await expect(read).rejects.toMatchObject({ name: 'AbortError' });
  });
});
