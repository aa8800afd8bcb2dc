import { describe, expect, test } from 'vitest';
import { isError, type StorageError } from '#core/errors.ts';
import type { AzureCredentials, AzureSettings } from '#core/model/storage.ts';
import type { ListPage } from '#core/storage/object-store.ts';
import { openAzureStore } from '#core/storage/azure/store.ts';
import { makePorts } from '#test/fakes/ports.ts';

const settings: AzureSettings = {
  provider: 'azure',
  account: 'ndcams',
  container: 'yard',
  prefix: '',
  endpoint: '',
  anonymous: false,
};
const key: AzureCredentials = { kind: 'azure-key', key: 'a2V5' };
const sas: AzureCredentials = { kind: 'azure-sas', sas: 'se=2999-01-01T00:00:00Z&sig=a' };

interface Answer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

/** A store whose server answers in turn, and the addresses that it was asked for. */
function answering(answers: readonly Answer[], credentials: AzureCredentials | undefined = sas) {
  const asked: URL[] = [];
  const ports = makePorts({
    fetch: async (input) => {
      const { status, body, headers } = answers[Math.min(asked.length, answers.length - 1)] ?? {
        status: 500,
      };
      asked.push(new URL(new Request(input).url));
      return new Response(body ?? null, { status, headers: headers ?? {} });
    },
  });
  return { store: openAzureStore(settings, credentials, ports), asked };
}

async function refusal(answer: Answer, credentials?: AzureCredentials): Promise<StorageError> {
  const error: unknown = await answering([answer], credentials)
    .store.read('a.jpg')
    .then(
      () => undefined,
      (reason: unknown) => reason,
    );
  if (!isError(error, 'storage')) throw new Error('expected a StorageError', { cause: error });
  return error;
}

function xml(code: string, detail = ''): string {
  return `\uFEFF<?xml version="1.0"?><Error><Code>${code}</Code><Message>Said &amp; done.\nRequestId:1</Message>${detail}</Error>`;
}

/** What Azure says of a signature that was made for another time. */
function timeFrame(current: Date): string {
  return `<AuthenticationErrorDetail>Signature not valid in the specified time frame: Start [Fri, 20 Nov 2026 08:00:00 GMT] - Expiry [Fri, 20 Nov 2026 09:00:00 GMT] - Current [${current.toUTCString()}]</AuthenticationErrorDetail>`;
}

describe('what Azure answers', () => {
  test.each<[string, Answer, AzureCredentials, object]>([
    [
      'a signature made by a device that is behind',
      { status: 403, body: xml('AuthenticationFailed', timeFrame(new Date(Date.now() + 42 * 60_000))) },
      key,
      {
        code: 'clock-skew',
        message: 'This device is 42 min behind the account, so its signatures are refused.',
      },
    ],
    [
      'an expired signature, by the server’s clock',
      { status: 403, body: xml('AuthenticationFailed', timeFrame(new Date(Date.UTC(2999, 1)))) },
      sas,
      {
        code: 'credentials-expired',
        message: 'The shared access signature for "yard" expired at 2999-01-01 00:00 UTC.',
      },
    ],
    [
      'a rotated key',
      { status: 403, body: xml('AuthenticationFailed') },
      sas,
      { code: 'credentials-invalid' },
    ],
    [
      'a network rule',
      { status: 403, body: xml('AuthorizationFailure') },
      key,
      { code: 'forbidden', message: 'The account "ndcams" lets nobody in from this network.' },
    ],
    ['https only', { status: 403, body: xml('AuthorizationProtocolMismatch') }, sas, { code: 'forbidden' }],
    [
      'a busy server',
      { status: 503, body: xml('ServerBusy'), headers: { 'retry-after': '3' } },
      sas,
      {
        code: 'throttled',
        retryAfterMs: 3000,
      },
    ],
    ['a time-out', { status: 500, body: xml('OperationTimedOut') }, sas, { code: 'throttled' }],
    ['a lease', { status: 412, body: xml('LeaseIdMissing') }, sas, { code: 'forbidden' }],
    [
      'something new',
      { status: 400, body: xml('SomethingNew') },
      sas,
      { code: 'unexpected', message: 'ndcams.blob.core.windows.net answered 400 SomethingNew: Said & done.' },
    ],
    ['a web page', { status: 404, body: '<html></html>' }, sas, { code: 'unexpected' }],
  ])('%s', async (_, answer, credentials, expected) => {
    expect(await refusal(answer, credentials)).toMatchObject({
      operation: 'read',
      key: 'a.jpg',
      ...expected,
    });
  });
});

function page(keys: readonly string[], next = ''): Answer {
  const blobs = keys.map(
    (name) =>
      `<Blob><Name>${name}</Name><Properties><Last-Modified>Fri, 20 Nov 2026 08:00:00 GMT</Last-Modified><Etag>0x1</Etag><Content-Length>5</Content-Length></Properties></Blob>`,
  );
  const body = `\uFEFF<?xml version="1.0"?><EnumerationResults ServiceEndpoint="x"><Blobs>${blobs.join('')}</Blobs><NextMarker>${next}</NextMarker></EnumerationResults>`;
  return { status: 200, body };
}

async function collect(pages: AsyncIterable<ListPage>): Promise<string[][]> {
  const all: string[][] = [];
  for await (const { objects } of pages) all.push(objects.map((object) => object.key));
  return all;
}

describe('listing', () => {
  test('goes on behind an empty page, and takes names that XML cannot hold', async () => {
    const odd = page(['b']);
    const encoded = { ...odd, body: odd.body?.replace('<Name>b', '<Name Encoded="true">b%EF%BF%BE') ?? '' };
    const { store, asked } = answering([page([], 'm1'), page(['a&amp;'], 'm2'), encoded]);
    expect(await collect(store.list({}))).toEqual([['a&'], ['b\uFFFE']]);
    expect(asked.map((url) => url.searchParams.get('marker'))).toEqual([null, 'm1', 'm2']);
    expect(asked[0]?.searchParams.get('maxresults')).toBe('5000');
  });

  test('that ended early goes on from its marker', async () => {
    const { store, asked } = answering([page(['a', 'b'], 'm1'), page(['c'])]);
    for await (const _ of store.list({ pageSize: 2 })) break;
    expect(await collect(store.list({ pageSize: 2, startAfter: 'b' }))).toEqual([['c']]);
    expect(asked.map((url) => url.searchParams.get('marker'))).toEqual([null, 'm1']);
  });

  test('from any other key leaves out what comes before', async () => {
    const { store } = answering([page(['a', 'b', 'c'], 'm1'), page(['d', 'e', 'f'])]);
    expect(await collect(store.list({ pageSize: 2, startAfter: 'bb' }))).toEqual([['c'], ['d', 'e'], ['f']]);
  });

  test('leaves out the folders of a hierarchical namespace', async () => {
    const flat = page(['a', 'a/b']);
    const body =
      flat.body?.replace('<Properties>', '<Properties><ResourceType>directory</ResourceType>') ?? '';
    expect(await collect(answering([{ ...flat, body }]).store.list({}))).toEqual([['a/b']]);
  });
});

test('without credentials nothing is added to an address', async () => {
  const ports = makePorts({ fetch: async () => new Response('x') });
  const store = openAzureStore({ ...settings, anonymous: true }, undefined, ports);
  expect((await store.presign('a b.jpg', 60)).href).toBe(
    'https://ndcams.blob.core.windows.net/yard/a%20b.jpg',
  );
});
