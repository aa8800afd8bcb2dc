/** A bucket through Google's JSON interface, which answers every page whatever the bucket's rules say. */
import type { GcsCredentials, GcsSettings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import type {
  ListPage,
  ListQuery,
  ObjectInfo,
  ObjectStore,
  ReadOptions,
  WriteOptions,
} from '../object-store.ts';
import { generationToMatch, makeCaller, overwriteOf, type Call } from './call.ts';
import { blockedRemedy } from './cors.ts';
import { crc32c } from './crc32c.ts';
import type { SigningKey } from './keys.ts';
import { objectFields, parseListPage, parseResource } from './resource.ts';
import { sessionOf } from './resumable.ts';
import { uploadInSession } from './session.ts';
import { openTokenSource } from './token.ts';
import { encodeQuery, objectsUrl, objectUrl } from './url.ts';

/** Larger bodies go in chunks, through a session that survives a cut connection. */
const singleWriteLimit = 8 * 1024 * 1024;

/** Makes the store; `key` is a key file's, exchanged for tokens. `presign` is the caller's to make. */
export function openJsonStore(
  settings: GcsSettings,
  credentials: GcsCredentials | undefined,
  key: SigningKey | undefined,
  ports: Ports,
): Omit<ObjectStore, 'presign' | 'capabilities'> {
  const tokens = openTokenSource(credentials, key, ports);
  const { send, unlessUnanswered, refuse } = makeCaller({
    settings,
    credentials,
    ports,
    corsRemedy: blockedRemedy(settings, ports.host),
    blocked: `Something keeps this page from reaching "${settings.bucket}".`,
  });
  const payer = settings.projectId && credentials ? { userProject: settings.projectId } : {};
  const withQuery = (url: string, query: Readonly<Record<string, string>>): string => {
    const text = encodeQuery({ ...query, ...payer });
    return text === '' ? url : `${url}?${text}`;
  };

  /** Sends with the token; once more with a new one where the old one was refused and can be renewed. */
  async function ask(call: Call): Promise<Response> {
    const sendOnce = async (): Promise<Response> => {
      const authorization = await tokens.authorization();
      call.signal?.throwIfAborted();
      return send(
        authorization === undefined ? call : { ...call, headers: { ...call.headers, authorization } },
      );
    };
    const response = await sendOnce();
    return response.status === 401 && tokens.renew() ? sendOnce() : response;
  }

  async function* list(query: ListQuery): AsyncGenerator<ListPage> {
    const { startAfter, pageSize = 1000, signal } = query;
    let token: string | undefined;
    do {
      signal?.throwIfAborted();
      // Google begins with the key itself, which then takes a place in the first page.
      const first = token === undefined && startAfter !== undefined;
      const call: Call = {
        operation: 'list',
        method: 'GET',
        signal,
        url: withQuery(objectsUrl(settings), {
          fields: `nextPageToken,prefixes,items(${objectFields})`,
          maxResults: String(first ? pageSize + 1 : pageSize),
          ...(query.prefix ? { prefix: query.prefix } : {}),
          ...(query.delimiter ? { delimiter: query.delimiter } : {}),
          ...(startAfter === undefined ? {} : { startOffset: startAfter }),
          ...(token === undefined ? {} : { pageToken: token }),
        }),
      };
      const response = await ask(call);
      if (!response.ok) await refuse(call, response);
      const page = parseListPage(await unlessUnanswered(call, response.text()), settings);
      token = page.nextPageToken;
      yield {
        objects: first ? page.objects.filter(({ key }) => key !== startAfter) : page.objects,
        prefixes: page.prefixes,
      };
    } while (token !== undefined);
  }

  async function stat(key: string, { signal }: { signal?: AbortSignal } = {}): Promise<ObjectInfo> {
    const url = withQuery(objectUrl(settings, key, 'stat'), { fields: objectFields });
    const call: Call = { operation: 'stat', method: 'GET', url, key, signal };
    const response = await ask(call);
    if (!response.ok) await refuse(call, response);
    return parseResource(await unlessUnanswered(call, response.text()), { operation: 'stat', key, settings });
  }

  async function read(key: string, { range, signal }: ReadOptions = {}): Promise<Blob> {
    const url = withQuery(objectUrl(settings, key, 'read'), { alt: 'media' });
    const headers = range ? { headers: { range: `bytes=${range.start}-${range.end}` } } : {};
    const call: Call = { operation: 'read', method: 'GET', url, key, signal, ...headers };
    const response = await ask(call);
    if (response.status === 416) return new Blob([]);
    if (!response.ok) await refuse(call, response);
    const blob = await unlessUnanswered(call, response.blob());
    return range && response.status === 200 ? blob.slice(range.start, range.end + 1) : blob;
  }

  /** The checksum goes ahead of the bytes, so that Google itself refuses what arrives differently. */
  async function write(key: string, body: Blob, options: WriteOptions = {}): Promise<ObjectInfo> {
    const { signal, onProgress } = options;
    const url = objectUrl(settings, key, 'write');
    const generation = generationToMatch(options, key, settings.bucket);
    const contentType = options.contentType ?? (body.type || 'application/octet-stream');
    const checksum = await crc32c(body);
    const metadata = JSON.stringify({ name: key, contentType, crc32c: checksum });
    const large = body.size > singleWriteLimit;
    const begin: Call = {
      operation: 'write',
      method: 'POST',
      key,
      signal,
      overwrite: overwriteOf(options),
      url: withQuery(objectsUrl(settings, 'upload'), {
        uploadType: large ? 'resumable' : 'multipart',
        fields: objectFields,
        ...(generation === undefined ? {} : { ifGenerationMatch: generation }),
      }),
      ...(large
        ? { headers: { 'content-type': 'application/json; charset=UTF-8' }, body: metadata }
        : related(metadata, body, contentType, ports.random.uuid())),
    };
    async function open(): Promise<string> {
      const opened = await ask(begin);
      if (!opened.ok) await refuse(begin, opened);
      return sessionOf(opened, key, settings.bucket);
    }
    const same = [url, body.size, checksum, contentType, generation];
    const response = large
      ? await unlessUnanswered(begin, uploadInSession({ same, open, body, ports, signal, onProgress }))
      : await ask(begin);
    if (!response.ok) await refuse(begin, response);
    if (!large) onProgress?.(body.size);
    return parseResource(await unlessUnanswered(begin, response.text()), {
      operation: 'write',
      key,
      settings,
    });
  }

  async function remove(key: string): Promise<void> {
    const url = withQuery(objectUrl(settings, key, 'remove'), {});
    const call: Call = { operation: 'remove', method: 'DELETE', url, key };
    const response = await ask(call);
    if (!response.ok && response.status !== 404) await refuse(call, response);
  }

  return { list, stat, read, write, remove };
}

/** Metadata and bytes in one body (RFC 2387). */
function related(
  metadata: string,
  body: Blob,
  contentType: string,
  boundary: string,
): Pick<Call, 'headers' | 'body'> {
  const part = (type: string): string => `--${boundary}\r\ncontent-type: ${type}\r\n\r\n`;
  return {
    headers: { 'content-type': `multipart/related; boundary=${boundary}` },
    body: new Blob([
      `${part('application/json; charset=UTF-8')}${metadata}\r\n${part(contentType)}`,
      body,
      `\r\n--${boundary}--\r\n`,
    ]),
  };
}
