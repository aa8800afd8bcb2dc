import { describe, expect, test } from 'vitest';
import type { S3Credentials, S3Settings } from '#core/model/storage.ts';
import { openS3Store } from '#core/storage/s3/store.ts';
import { makeClock, makePorts } from '#test/fakes/ports.ts';

const settings: S3Settings = {
  provider: 's3',
  bucket: 'northdock-cams',
  prefix: '',
  region: 'us-east-1',
  endpoint: '',
  addressing: 'virtual',
  anonymous: false,
};
const credentials: S3Credentials = {
  accessKeyId: 'ASIA12345678ABCD',
  secretAccessKey: 'secret',
  sessionToken: 'token',
};

interface Answer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

/** A store whose server gives one answer to everything, and the requests it got. */
function answering(
  answer: Answer,
  changes: Partial<S3Settings> = {},
  key: S3Credentials | undefined = credentials,
) {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const ports = makePorts({
    clock: makeClock(),
    fetch: async (input, init) => {
      asked.push({ url: new Request(input).url, init });
      return new Response(answer.body ?? null, { status: answer.status, headers: answer.headers ?? {} });
    },
  });
  return { store: openS3Store({ ...settings, ...changes }, key, ports), asked };
}

function xml(code: string, more = ''): string {
  return `<?xml version="1.0"?><Error><Code>${code}</Code><Message>Said &amp; done</Message>${more}</Error>`;
}

describe('what Amazon answers', () => {
  test.each<[string, Answer, object]>([
    [
      'an expired token',
      { status: 400, body: xml('ExpiredToken') },
      {
        code: 'credentials-expired',
        message: 'The session token for "northdock-cams" has expired.',
        remedy: { text: 'Your edits are on this device. Paste a new token with its key ID and secret key.' },
      },
    ],
    ['a broken token', { status: 400, body: xml('InvalidToken') }, { code: 'credentials-expired' }],
    [
      'another region, asked by query',
      { status: 400, body: xml('AuthorizationQueryParametersError', '<Region>eu-central-1</Region>') },
      {
        code: 'wrong-region',
        message: '"northdock-cams" is in eu-central-1, not us-east-1.',
        remedy: { text: 'Use eu-central-1.', fix: { field: 'region', value: 'eu-central-1' } },
      },
    ],
    [
      'another region, by redirect',
      {
        status: 301,
        body: xml('PermanentRedirect', '<Endpoint>northdock-cams.s3-eu-west-1.amazonaws.com</Endpoint>'),
      },
      { code: 'wrong-region', remedy: { fix: { field: 'region', value: 'eu-west-1' } } },
    ],
    [
      'another region, in a header alone',
      { status: 400, headers: { 'x-amz-bucket-region': 'eu-west-3' } },
      { code: 'wrong-region', remedy: { fix: { field: 'region', value: 'eu-west-3' } } },
    ],
    [
      'a clock far off',
      { status: 403, body: xml('RequestTimeTooSkewed', '<ServerTime>2001-01-01T00:00:00Z</ServerTime>') },
      {
        code: 'clock-skew',
        message: expect.stringMatching(/^This device is \d+ min ahead of the bucket, so/),
      },
    ],
    [
      'a clock off by an amount that browsers hide',
      { status: 403, body: '<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>' },
      {
        code: 'clock-skew',
        message: "This device's clock and the bucket differ on the time, so its signatures are refused.",
      },
    ],
    [
      'too many requests',
      { status: 503, body: xml('SlowDown'), headers: { 'retry-after': '7' } },
      { code: 'throttled', retryAfterMs: 7000 },
    ],
    ['too many requests without words', { status: 429 }, { code: 'throttled', retryAfterMs: undefined }],
    [
      'no right to list',
      { status: 403, body: xml('AccessDenied') },
      {
        code: 'forbidden',
        message: 'This key may not list "northdock-cams".',
        remedy: { text: 'Give it the permission s3:ListBucket on this bucket, or use another key.' },
      },
    ],
    [
      'a web page',
      { status: 404, body: '<html>Not here</html>' },
      {
        code: 'unexpected',
        message: 'northdock-cams.s3.us-east-1.amazonaws.com answers, but not as S3 does (404).',
      },
    ],
    ['a web page that is fine', { status: 200, body: '<html>Welcome</html>' }, { code: 'unexpected' }],
    [
      'something new',
      { status: 418, body: xml('Teapot') },
      {
        code: 'unexpected',
        message: 'northdock-cams.s3.us-east-1.amazonaws.com answered 418 Teapot: Said & done',
      },
    ],
  ])('%s', async (_name, answer, expected) => {
    const { store } = answering(answer);
    const listing = store.list({})[Symbol.asyncIterator]().next();
    await expect(listing).rejects.toMatchObject({ tag: 'storage', operation: 'list', ...expected });
  });

  test('a temporary key without its token', async () => {
    const { sessionToken: _token, ...pair } = credentials;
    const { store } = answering({ status: 403, body: xml('InvalidAccessKeyId') }, {}, pair);
    await expect(store.read('a')).rejects.toMatchObject({
      code: 'credentials-invalid',
      message: 'The bucket does not know the key ID that ends in "ABCD".',
      remedy: { text: 'A key ID that begins with ASIA is temporary: paste its session token too.' },
    });
  });

  test('a write that somebody else wins is tried again, one that lost is not', async () => {
    const racing = answering({ status: 409, body: xml('ConditionalRequestConflict') });
    await expect(racing.store.write('a', new Blob([]), { ifMatch: 'e' })).rejects.toMatchObject({
      code: 'throttled',
    });
    const lost = answering({ status: 412, body: xml('PreconditionFailed') });
    await expect(lost.store.write('a', new Blob([]), { ifMatch: 'e' })).rejects.toMatchObject({
      code: 'precondition-failed',
      message: '"a" was changed in "northdock-cams" after it was read here. Nothing was overwritten.',
    });
    expect(lost.asked[0]?.init?.headers).toMatchObject({ 'if-match': '"e"' });
  });
});

describe('what is asked', () => {
  test('reads need no preflight: no header but a range', async () => {
    const { store, asked } = answering({ status: 200, body: 'x' });
    await store.read('a');
    await store.read('a', { range: { start: 2, end: 5 } });
    expect(asked.map(({ init }) => init?.headers)).toEqual([{}, { range: 'bytes=2-5' }]);
    expect(asked.every(({ url }) => url.includes('X-Amz-Security-Token=token'))).toBe(true);
  });

  test('a server that knows no ranges gives the bytes asked for all the same', async () => {
    const { store } = answering({ status: 200, body: '0123456789' });
    expect(await (await store.read('a', { range: { start: 2, end: 5 } })).text()).toBe('2345');
  });

  test.each<[string, Partial<S3Settings>, string]>([
    ['plain', {}, 'https://northdock-cams.s3.us-east-1.amazonaws.com/'],
    ['in China', { region: 'cn-north-1' }, 'https://northdock-cams.s3.cn-north-1.amazonaws.com.cn/'],
    ['in path style', { addressing: 'path' }, 'https://s3.us-east-1.amazonaws.com/northdock-cams/'],
    ['with dots', { bucket: 'a.b' }, 'https://s3.us-east-1.amazonaws.com/a.b/'],
    ['elsewhere', { endpoint: 'https://play.min.io:9000/' }, 'https://northdock-cams.play.min.io:9000/'],
    [
      'at home',
      { endpoint: 'http://localhost:9000', addressing: 'path' },
      'http://localhost:9000/northdock-cams/',
    ],
  ])('an address %s', async (_name, changes, root) => {
    const { store, asked } = answering({ status: 200 }, { ...changes, anonymous: true }, undefined);
    const key = `/lead//ing +%#?&='()*!~😀/${'k'.repeat(900)}`;
    await store.read(key);
    expect(asked[0]?.url.startsWith(root)).toBe(true);
    const path = new URL(asked[0]?.url ?? '').pathname;
    expect(decodeURIComponent(path.slice(new URL(root).pathname.length))).toBe(key);
  });

  test.each(['a/../b', '.', './a', 'a/..'])(
    'never for "%s", which browsers would resolve away',
    async (key) => {
      const { store, asked } = answering({ status: 200 });
      await expect(store.read(key)).rejects.toMatchObject({ code: 'invalid-name', key });
      expect(asked).toEqual([]);
    },
  );
});
