/** What the JSON interface says of objects. */
import * as v from 'valibot';
import { StorageError } from '../../errors.ts';
import type { GcsSettings } from '../../model/storage.ts';
import type { ListPage, ObjectInfo } from '../object-store.ts';
import type { Operation } from '../refusal.ts';
import { serviceRoot } from './url.ts';

/** Nothing else is asked for: a page of 1,000 is then a third as large. */
export const objectFields = 'name,size,generation,updated,contentType';

/** Google writes 64-bit numbers as text. */
const resourceSchema = v.object({
  name: v.string(),
  size: v.pipe(v.union([v.string(), v.number()]), v.transform(Number)),
  generation: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  updated: v.optional(v.string(), ''),
  contentType: v.optional(v.string()),
});

const listSchema = v.object({
  items: v.optional(v.array(resourceSchema), []),
  prefixes: v.optional(v.nullable(v.array(v.string())), []),
  nextPageToken: v.optional(v.string()),
});

interface JsonListPage extends ListPage {
  /** Undefined on the last page. */
  readonly nextPageToken: string | undefined;
}

/** The generation stands as the version: it is what Google takes as a condition, and no two writes share one. */
function toInfo({
  name,
  size,
  generation,
  updated,
  contentType,
}: v.InferOutput<typeof resourceSchema>): ObjectInfo {
  return {
    key: name,
    size,
    etag: generation,
    modified: Date.parse(updated) || 0,
    ...(contentType ? { contentType } : {}),
  };
}

/** @throws StorageError `unexpected` where the text is no list of Google's. */
export function parseListPage(text: string, settings: GcsSettings): JsonListPage {
  const page = parse(listSchema, text);
  if (page === undefined) throw notGoogle({ operation: 'list', settings });
  return {
    objects: page.items.map(toInfo),
    prefixes: page.prefixes ?? [],
    nextPageToken: page.nextPageToken || undefined,
  };
}

/** @throws StorageError `unexpected` where the text is no object's. */
export function parseResource(text: string, asked: AskedOf): ObjectInfo {
  const resource = parse(resourceSchema, text);
  if (resource === undefined) throw notGoogle(asked);
  return toInfo(resource);
}

interface AskedOf {
  readonly operation: Operation;
  readonly key?: string;
  readonly settings: GcsSettings;
}

function parse<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
): v.InferOutput<Schema> | undefined {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

/** The error for an answer that is none of Google's. */
export function notGoogle({ operation, key, settings }: AskedOf): StorageError {
  const server = new URL(serviceRoot(settings)).host;
  return new StorageError('unexpected', `${server} answers, but not as Google Cloud Storage does.`, {
    operation,
    ...(key === undefined ? {} : { key }),
    remedy: { text: 'Leave the endpoint empty, unless the bucket lies on a server of your own.' },
  });
}
