/** Puts readable addresses in the place of storage addresses, anywhere in a task's data. */
import { isAbort } from '../errors.ts';
import { printObjectUri, type ObjectUri } from '../model/object-uri.ts';
import { encodeEntities } from '../util/html-entities.ts';
import { findUris } from './find-uris.ts';

interface UnresolvedUri {
  readonly uri: ObjectUri;
  /** Why, where something was tried and failed. */
  readonly error?: unknown;
}

export interface MappedUris {
  /** A copy; strings without addresses, and all that is no string, are what they were. */
  readonly value: unknown;
  /** Each once, in the order of the data. */
  readonly unresolved: readonly UnresolvedUri[];
}

/**
 * Replaces each address in strings, arrays and objects of any depth; keys of objects stay. Each address is asked for once.
 * One that `resolve` answers with undefined, or fails at, stays as it is and is reported; an abort is thrown.
 */
export async function mapUris(
  value: unknown,
  resolve: (uri: ObjectUri) => Promise<string | undefined>,
): Promise<MappedUris> {
  const uris = new Map<string, ObjectUri>();
  collect(value, uris);
  const resolved = new Map<string, string>();
  const unresolved: UnresolvedUri[] = [];
  const answers = await Promise.all(
    Array.from(uris, async ([name, uri]) => {
      try {
        return { name, uri, text: await resolve(uri) };
      } catch (error) {
        if (isAbort(error)) throw error;
        return { name, uri, text: undefined, error };
      }
    }),
  );
  for (const { name, uri, text, ...rest } of answers) {
    if (text === undefined) unresolved.push({ uri, ...rest });
    else resolved.set(name, text);
  }
  return { value: replaced(value, resolved), unresolved };
}

function collect(value: unknown, into: Map<string, ObjectUri>): void {
  if (typeof value === 'string') {
    for (const { uri } of findUris(value)) into.set(printObjectUri(uri), uri);
  } else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) collect(each, into);
  }
}

function replaced(value: unknown, resolved: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return replacedInText(value, resolved);
  if (Array.isArray(value)) return value.map((each) => replaced(each, resolved));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replaced(each, resolved)]));
}

function replacedInText(text: string, resolved: ReadonlyMap<string, string>): string {
  let result = '';
  let from = 0;
  for (const { uri, start, end, inHtml } of findUris(text)) {
    const address = resolved.get(printObjectUri(uri));
    if (address === undefined) continue;
    result += text.slice(from, start) + (inHtml ? encodeEntities(address) : address);
    from = end;
  }
  return result + text.slice(from);
}

/** What is asked of a storage: every `Storage` has it. */
interface Attached {
  readonly settings: {
    readonly provider: string;
    readonly bucket?: string;
    readonly container?: string;
    readonly prefix: string;
  };
}

type Settings = Attached['settings'];

/** Whether a storage is the one meant, by scheme; plain addresses need none. Folders are known by their path alone. */
const isMeant: Readonly<Record<ObjectUri['scheme'], (settings: Settings, uri: ObjectUri) => boolean>> = {
  s3: ({ provider, bucket }, uri) => provider === 's3' && bucket === uri.bucket,
  gs: ({ provider, bucket }, uri) => provider === 'gcs' && bucket === uri.bucket,
  'azure-blob': ({ provider, container }, uri) => provider === 'azure' && container === uri.bucket,
  'azure-spi': ({ provider, container }, uri) => provider === 'azure' && container === uri.bucket,
  'local-files': ({ provider, prefix }, uri) => provider === 'folder' && uri.key.startsWith(prefix),
  http: () => false,
};

/**
 * The storage that holds an object: of those with its bucket, the one whose prefix says most of the key; else the first,
 * as a prefix only says what was to be listed.
 */
export function storageForUri<S extends Attached>(uri: ObjectUri, storages: readonly S[]): S | undefined {
  const meant = storages.filter(({ settings }) => isMeant[uri.scheme](settings, uri));
  const matchLength = ({ settings }: S): number =>
    uri.key.startsWith(settings.prefix) ? settings.prefix.length : -1;
  return meant.reduce<S | undefined>(
    (best, each) => (best === undefined || matchLength(each) > matchLength(best) ? each : best),
    undefined,
  );
}

/** As `mapUris`, with the attached storages; plain addresses are fine as they are and not reported. */
export async function resolveUris<S extends Attached>(
  value: unknown,
  storages: readonly S[],
  presign: (storage: S, key: string) => Promise<string>,
): Promise<MappedUris> {
  return mapUris(value, async (uri) => {
    if (uri.scheme === 'http') return uri.key;
    const storage = storageForUri(uri, storages);
    return storage && presign(storage, uri.key);
  });
}
