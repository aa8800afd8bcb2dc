/** A bucket through Google's XML interface, by signed addresses: the only one that HMAC keys open. */
import { type GcsCredentials, type GcsSettings, presignSeconds } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import type {
  ListPage,
  ListQuery,
  ObjectInfo,
  ObjectStore,
  ReadOptions,
  WriteOptions,
} from '../object-store.ts';
import { parseListPage, type S3ListPage } from '../s3/list-page.ts';
import { generationToMatch, makeCaller, overwriteOf, type Call } from './call.ts';
import { corsRemedy } from './cors.ts';
import { crc32c } from './crc32c.ts';
import type { SigningKey } from './keys.ts';
import { notGoogle } from './resource.ts';
import { sessionOf } from './resumable.ts';
import { uploadInSession } from './session.ts';
import { signV4, signV4Headers } from './sign.ts';
import { xmlBucketUrl, xmlObjectUrl } from './url.ts';

/** Larger bodies go in chunks, through a session that survives a cut connection. */
const singleWriteLimit = 8 * 1024 * 1024;
const requestSeconds = 900;

type Unsigned = Omit<Call, 'url'> & {
  readonly url: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Google's own headers; these are signed. */
  readonly signed?: Readonly<Record<string, string>>;
};

/** Makes the store. `presign` is the caller's to make. */
export function openXmlStore(
  settings: GcsSettings,
  credentials: GcsCredentials,
  key: SigningKey,
  ports: Ports,
): Omit<ObjectStore, 'presign' | 'capabilities'> {
  const { send, unlessUnanswered, refuse } = makeCaller({
    settings,
    credentials,
    ports,
    corsRemedy: corsRemedy(settings, ports.host),
  });
  const payer = settings.projectId ? { userProject: settings.projectId } : {};

  const seconds = presignSeconds(settings);

  /** Signed anew once where the signature lapsed on the way. */
  async function ask(call: Unsigned): Promise<Response> {
    const lapsesAt = ports.clock.now() + secondsFor(call) * 1000;
    const response = await askOnce(call);
    const refused = response.status === 400 || response.status === 403;
    return refused && ports.clock.now() >= lapsesAt ? askOnce(call) : response;
  }

  /** Only what reads an object lasts as long as asked: all else is used at once. */
  const secondsFor = ({ operation }: Unsigned): number =>
    operation === 'read' && seconds > 0 ? seconds : requestSeconds;

  async function askOnce(unsigned: Unsigned): Promise<Response> {
    const { query, signed = {}, ...call } = unsigned;
    const request = {
      method: call.method,
      url: call.url,
      query: { ...query, ...payer },
      headers: signed,
      now: ports.clock.now(),
      expiresSeconds: secondsFor(unsigned),
    };
    if (seconds === 0) {
      const { url, headers } = await signV4Headers(request, key);
      return send({ ...call, url, headers: { ...call.headers, ...headers } });
    }
    return send({ ...call, url: await signV4(request, key), headers: { ...call.headers, ...signed } });
  }

  async function* list(query: ListQuery): AsyncGenerator<ListPage> {
    let next: S3ListPage['next'] = query.startAfter === undefined ? {} : { startAfter: query.startAfter };
    while (next !== undefined) {
      query.signal?.throwIfAborted();
      const call: Unsigned = {
        operation: 'list',
        method: 'GET',
        url: xmlBucketUrl(settings),
        signal: query.signal,
        query: {
          'list-type': '2',
          'max-keys': String(query.pageSize ?? 1000),
          ...(query.prefix ? { prefix: query.prefix } : {}),
          ...(query.delimiter ? { delimiter: query.delimiter } : {}),
          ...(next.startAfter === undefined ? {} : { 'start-after': next.startAfter }),
          ...(next.token === undefined ? {} : { 'continuation-token': next.token }),
        },
      };
      const response = await ask(call);
      if (!response.ok) await refuse(call, response);
      const page = parseListPage(await unlessUnanswered(call, response.text()), 'Generation');
      if (page === undefined) throw notGoogle({ operation: 'list', settings });
      next = page.next;
      yield { objects: page.objects, prefixes: page.prefixes };
    }
  }

  async function stat(key: string, { signal }: { signal?: AbortSignal } = {}): Promise<ObjectInfo> {
    const url = xmlObjectUrl(settings, key, 'stat');
    const call: Unsigned = { operation: 'stat', method: 'HEAD', url, key, signal };
    const response = await ask(call);
    if (response.ok) return toInfo(key, Number(response.headers.get('content-length')), response.headers);
    if (response.status === 404) return refuse(call, response);
    // An answer to HEAD has no body, so the reason must be asked for again.
    const reason = await ask({ ...call, method: 'GET', headers: { range: 'bytes=0-0' } });
    return refuse(call, reason.ok ? response : reason);
  }

  async function read(key: string, { range, signal }: ReadOptions = {}): Promise<Blob> {
    const url = xmlObjectUrl(settings, key, 'read');
    const headers = range ? { headers: { range: `bytes=${range.start}-${range.end}` } } : {};
    const call: Unsigned = { operation: 'read', method: 'GET', url, key, signal, ...headers };
    const response = await ask(call);
    if (response.status === 416) return new Blob([]);
    if (!response.ok) await refuse(call, response);
    const blob = await unlessUnanswered(call, response.blob());
    return range && response.status === 200 ? blob.slice(range.start, range.end + 1) : blob;
  }

  /** The checksum goes ahead of the bytes, so that Google itself refuses what arrives differently. */
  async function write(key: string, body: Blob, options: WriteOptions = {}): Promise<ObjectInfo> {
    const { signal, onProgress } = options;
    const url = xmlObjectUrl(settings, key, 'write');
    const generation = generationToMatch(options, key, settings.bucket);
    const contentType = options.contentType ?? (body.type || 'application/octet-stream');
    const large = body.size > singleWriteLimit;
    const checksum = `crc32c=${await crc32c(body)}`;
    const call: Unsigned = {
      operation: 'write',
      method: large ? 'POST' : 'PUT',
      url,
      key,
      signal,
      overwrite: overwriteOf(options),
      headers: { 'content-type': contentType },
      signed: {
        'x-goog-hash': checksum,
        ...(generation === undefined ? {} : { 'x-goog-if-generation-match': generation }),
        ...(large ? { 'x-goog-resumable': 'start' } : {}),
      },
      ...(large ? {} : { body }),
    };
    async function open(): Promise<string> {
      const opened = await ask(call);
      if (!opened.ok) await refuse(call, opened);
      return sessionOf(opened, key, settings.bucket);
    }
    const same = [url, body.size, checksum, contentType, generation];
    const response = large
      ? await unlessUnanswered(call, uploadInSession({ same, open, body, ports, signal, onProgress }))
      : await ask(call);
    if (!response.ok) await refuse(call, response);
    if (!large) onProgress?.(body.size);
    const arrived = response.headers.get('x-goog-hash');
    if (arrived?.includes('crc32c=') && !arrived.includes(checksum)) {
      await refuse(call, new Response('BadDigest', { status: 400 }));
    }
    return { ...toInfo(key, body.size, response.headers), modified: ports.clock.now(), contentType };
  }

  async function remove(key: string): Promise<void> {
    const url = xmlObjectUrl(settings, key, 'remove');
    const call: Unsigned = { operation: 'remove', method: 'DELETE', url, key };
    const response = await ask(call);
    if (!response.ok && response.status !== 404) await refuse(call, response);
  }

  return { list, stat, read, write, remove };
}

function toInfo(key: string, size: number, headers: Headers): ObjectInfo {
  const contentType = headers.get('content-type');
  return {
    key,
    size,
    etag: headers.get('x-goog-generation') ?? '',
    modified: Date.parse(headers.get('last-modified') ?? '') || 0,
    ...(contentType ? { contentType } : {}),
  };
}
