import { describe, expect, test } from 'vitest';
import type { GcsCredentials, GcsSettings } from '#core/model/storage.ts';
import { openGcsStore } from '#core/storage/gcs/store.ts';
import { makePorts } from '#test/fakes/ports.ts';

const settings: GcsSettings = {
  provider: 'gcs',
  bucket: 'yard-cams',
  prefix: '',
  projectId: '',
  endpoint: '',
  anonymous: false,
};
const token: GcsCredentials = { kind: 'gcs-token', accessToken: 'ya29.token' };
const hmac: GcsCredentials = { kind: 'gcs-hmac', accessId: 'GOOG1EABCD', secret: 'secret' };

interface Answer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

/** A store whose server gives one answer to everything, and the requests it got. */
function answering(
  answer: Answer,
  credentials: GcsCredentials | undefined = token,
  changes: Partial<GcsSettings> = {},
) {
  const asked: { url: URL; method: string; headers: Headers; text: string }[] = [];
  const ports = makePorts({
    fetch: async (input, init) => {
      const request = new Request(input, { ...init, cache: 'default' });
      const { url, method, headers } = request;
      asked.push({ url: new URL(url), method, headers, text: await request.text() });
      return new Response(answer.body ?? null, { status: answer.status, headers: answer.headers ?? {} });
    },
  });
  return { store: openGcsStore({ ...settings, ...changes }, credentials, ports), asked };
}

/** The store for everyone; `answering` takes a missing key for the usual token. */
function anonymously(answer: Answer) {
  const ports = makePorts({
    fetch: async () => new Response(answer.body ?? null, { status: answer.status }),
  });
  return openGcsStore({ ...settings, anonymous: true }, undefined, ports);
}

function json(message: string, reason: string): string {
  return JSON.stringify({ error: { code: 0, message, errors: [{ message, domain: 'global', reason }] } });
}

const account = 'annotator@p.iam.gserviceaccount.com does not have';

describe('what the JSON interface answers', () => {
  test.each<[string, Answer, object]>([
    [
      'a token that has lapsed',
      { status: 401, body: json('Invalid Credentials', 'authError') },
      {
        code: 'credentials-expired',
        message: 'Google does not take the access token for "yard-cams" any more. Tokens last an hour.',
        remedy: {
          text: 'Your edits are on this device. Paste a new token.',
          snippets: [{ title: 'Command', text: 'gcloud auth print-access-token' }],
        },
      },
    ],
    [
      'a missing permission',
      {
        status: 403,
        body: json(`${account} storage.objects.get access to the Google Cloud Storage object.`, 'forbidden'),
      },
      {
        code: 'forbidden',
        message: 'This key may not read "dock/1.jpg" in "yard-cams". Or it is not there any more.',
        remedy: {
          text: 'Give it the permission storage.objects.get on this bucket (role Storage Object Viewer), or use another key.',
        },
      },
    ],
    [
      'a missing object',
      { status: 404, body: 'No such object: yard-cams/dock/1.jpg' },
      { code: 'not-found', message: '"dock/1.jpg" is not in "yard-cams".' },
    ],
    [
      'a missing bucket',
      { status: 404, body: json('The specified bucket does not exist.', 'notFound') },
      { code: 'not-found', message: 'There is no bucket "yard-cams" at Google Cloud Storage.' },
    ],
    [
      'a bucket that lets the asking one pay',
      {
        status: 400,
        body: json('Bucket is a requester pays bucket but no user project provided.', 'required'),
      },
      { code: 'forbidden', message: '"yard-cams" lets whoever asks pay, and no project was named.' },
    ],
    [
      'a project that may not be billed',
      {
        status: 403,
        body: json('a@b does not have serviceusage.services.use access to the project.', 'forbidden'),
      },
      { code: 'forbidden', message: 'This key may not let the project "" pay.' },
    ],
    [
      'too many requests',
      { status: 429, body: json('Slow down', 'rateLimitExceeded'), headers: { 'retry-after': '7' } },
      { code: 'throttled', retryAfterMs: 7000 },
    ],
    ['an overloaded server', { status: 503 }, { code: 'throttled', status: 503 }],
    [
      'something else',
      { status: 500, body: json('Backend Error', 'backendError') },
      { code: 'unexpected', message: 'Google Cloud Storage answered 500: Backend Error' },
    ],
  ])('%s', async (_, answer, error) => {
    const { store } = answering(answer);
    await expect(store.read('dock/1.jpg')).rejects.toMatchObject(error);
  });

  test('names the right to replace, which is that to delete', async () => {
    const body = json(`${account} storage.objects.delete access to the object.`, 'forbidden');
    await expect(answering({ status: 403, body }).store.write('k', new Blob(['x']))).rejects.toMatchObject({
      message: 'This key may not replace "k" in "yard-cams".',
      remedy: {
        text: 'Give it the permission storage.objects.delete on this bucket (role Storage Object User), or use another key.',
      },
    });
  });

  test('takes a checksum that differs for what it is', async () => {
    const body = json('Provided CRC32C "AAAAAA==" doesn\'t match calculated CRC32C "x".', 'invalid');
    await expect(answering({ status: 400, body }).store.write('k', new Blob(['x']))).rejects.toMatchObject({
      message: 'What arrived of "k" is not what was sent.',
    });
  });

  test('says that a bucket is not open to everyone', async () => {
    const body = json('Anonymous caller does not have storage.objects.list access.', 'required');
    const listing = anonymously({ status: 401, body }).list({});
    await expect(listing[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      code: 'forbidden',
      message: '"yard-cams" does not let everyone list it.',
    });
  });

  test('says when a server is not Google', async () => {
    const { store } = answering({ status: 200, body: '<html>' }, token, { endpoint: 'https://h.example' });
    await expect(store.stat('k')).rejects.toMatchObject({
      code: 'unexpected',
      message: 'h.example answers, but not as Google Cloud Storage does.',
    });
  });
});

test('asks as Google wants to be asked, and names who pays', async () => {
  const { store, asked } = answering({ status: 200, body: '{}' }, token, { projectId: 'p-1' });
  const pages = store.list({ prefix: 'a/', delimiter: '/', startAfter: 'a/b', pageSize: 10 });
  for await (const _ of pages) expect(asked[0]?.headers.get('authorization')).toBe('Bearer ya29.token');
  expect(Object.fromEntries(asked[0]?.url.searchParams ?? [])).toEqual({
    fields: 'nextPageToken,prefixes,items(name,size,generation,updated,contentType)',
    prefix: 'a/',
    delimiter: '/',
    startOffset: 'a/b',
    maxResults: '11',
    userProject: 'p-1',
  });
});

test('cannot sign with a token, and says what can', async () => {
  const { store } = answering({ status: 200 });
  expect(store.capabilities.presign).toBe(false);
  await expect(store.presign('k', 60)).rejects.toMatchObject({
    message: 'An access token cannot sign addresses.',
  });
  const open = await anonymously({ status: 200 }).presign('a/b', 60);
  expect(open.href).toBe('https://storage.googleapis.com/storage/v1/b/yard-cams/o/a%2Fb?alt=media');
});

describe('the XML interface, for HMAC keys', () => {
  function xml(code: string, details = ''): string {
    return `<Error><Code>${code}</Code><Message>Said.</Message><Details>${details}</Details></Error>`;
  }

  test('signs every request, with the headers of Google that it carries', async () => {
    const { store, asked } = answering({ status: 200, headers: { 'x-goog-generation': '17' } }, hmac);
    const written = await store.write('a b/c', new Blob(['123456789']), { ifMatch: '16' });
    expect(written).toMatchObject({ etag: '17', size: 9 });
    const [{ url, method, headers } = { url: new URL('x:'), method: '', headers: new Headers() }] = asked;
    expect(`${method} ${url.pathname}`).toBe('PUT /yard-cams/a%20b/c');
    expect(url.searchParams.get('X-Goog-Algorithm')).toBe('GOOG4-HMAC-SHA256');
    expect(url.searchParams.get('X-Goog-SignedHeaders')).toBe('host;x-goog-hash;x-goog-if-generation-match');
    // The check value of CRC-32C: e3069283.
    expect(headers.get('x-goog-hash')).toBe('crc32c=4waSgw==');
    expect(headers.get('x-goog-if-generation-match')).toBe('16');
  });

  test('notices when what arrived is not what was sent', async () => {
    const { store } = answering({ status: 200, headers: { 'x-goog-hash': 'crc32c=AAAAAA==,md5=x' } }, hmac);
    await expect(store.write('k', new Blob(['123456789']))).rejects.toMatchObject({
      message: 'What arrived of "k" is not what was sent.',
    });
  });

  test('overwrites no version that it could not see', async () => {
    const { store, asked } = answering({ status: 200 }, hmac);
    const { etag } = await store.write('k', new Blob(['x']));
    await expect(store.write('k', new Blob(['y']), { ifMatch: etag })).rejects.toMatchObject({
      code: 'cors',
      remedy: { text: 'Add x-goog-generation to responseHeader in the rule of the bucket.' },
    });
    const old = store.write('k', new Blob(['y']), { ifMatch: 'an md5' });
    await expect(old).rejects.toMatchObject({ code: 'precondition-failed' });
    expect(asked).toHaveLength(1);
  });

  test('lists with generations as versions, page after page', async () => {
    const body = `<ListBucketResult><Contents><Key>a&amp;b</Key><Generation>5</Generation><ETag>"x"</ETag><Size>3</Size><LastModified>2026-01-31T12:00:00Z</LastModified></Contents><CommonPrefixes><Prefix>c/</Prefix></CommonPrefixes></ListBucketResult>`;
    const { store, asked } = answering({ status: 200, body }, hmac);
    for await (const page of store.list({ startAfter: 'a' })) {
      expect(page.objects).toMatchObject([{ key: 'a&b', etag: '5', size: 3 }]);
      expect(page.prefixes).toEqual(['c/']);
    }
    expect(asked[0]?.url.searchParams.get('start-after')).toBe('a');
  });

  test.each<[string, Answer, object]>([
    [
      'a wrong secret',
      { status: 403, body: xml('SignatureDoesNotMatch') },
      {
        code: 'credentials-invalid',
        message: 'Google refused the signature of the HMAC key that ends in "ABCD".',
      },
    ],
    [
      'a clock that is behind',
      {
        status: 400,
        body: xml('ExpiredToken'),
        headers: { date: new Date(Date.now() + 20 * 60_000).toUTCString() },
      },
      { code: 'clock-skew', message: 'This device is 20 min behind Google, so its signatures are refused.' },
    ],
    [
      'a missing permission',
      { status: 403, body: xml('AccessDenied', `${account} storage.objects.get access.`) },
      { code: 'forbidden' },
    ],
    ['a missing object', { status: 404, body: xml('NoSuchKey') }, { code: 'not-found', key: 'k' }],
    [
      'a missing bucket',
      { status: 404, body: xml('NoSuchBucket') },
      { message: 'There is no bucket "yard-cams" at Google Cloud Storage.' },
    ],
    ['no project to pay', { status: 400, body: xml('UserProjectMissing') }, { code: 'forbidden' }],
  ])('%s', async (_, answer, error) => {
    await expect(answering(answer, hmac).store.read('k')).rejects.toMatchObject(error);
  });

  test('says which rule the bucket needs when a page gets no answer', async () => {
    const fetch = async (_: unknown, init?: RequestInit): Promise<Response> => {
      if (init?.mode === 'no-cors') return new Response();
      throw new TypeError('Failed to fetch');
    };
    const ports = makePorts({ fetch, host: { origin: 'https://annotate.example', kind: 'web' } });
    const failed = openGcsStore(settings, hmac, ports).read('k');
    await expect(failed).rejects.toMatchObject({ code: 'cors' });
    const { remedy } = await failed.then(
      () => ({ remedy: undefined }),
      (error: { remedy?: { snippets: { text: string }[] } }) => error,
    );
    expect(JSON.parse(remedy?.snippets[0]?.text ?? '')).toMatchObject([
      { origin: ['https://annotate.example'], method: ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'] },
    ]);
    expect(remedy?.snippets[1]?.text).toBe(
      'gcloud storage buckets update gs://yard-cams --cors-file=cors.json',
    );
    const blocked = openGcsStore(settings, token, ports).read('k');
    await expect(blocked).rejects.toMatchObject({
      message: 'Something keeps this page from reaching "yard-cams".',
    });
  });
});
