/** One answer of ListObjectsV2. */
import { elements, elementText, rawText, unescapeXml } from '../../util/xml.ts';
import type { ListPage, ObjectInfo } from '../object-store.ts';

export interface S3ListPage extends ListPage {
  /** Undefined on the last page. */
  readonly next: { readonly token?: string; readonly startAfter?: string } | undefined;
}

/** Reads a page; undefined where the text is no list of a bucket. `version` is the element that becomes the etag. */
export function parseListPage(xml: string, version: 'ETag' | 'Generation' = 'ETag'): S3ListPage | undefined {
  if (!xml.includes('<ListBucketResult')) return undefined;
  const decode = elementText(xml, 'EncodingType') === 'url' ? decodeUrl : (text: string): string => text;
  const objects: ObjectInfo[] = [];
  for (const entry of elements(xml, 'Contents')) {
    objects.push({
      key: decode(elementText(entry, 'Key') ?? ''),
      size: Number(elementText(entry, 'Size') ?? 0),
      etag: withoutQuotes(rawText(entry, version) ?? ''),
      modified: Date.parse(elementText(entry, 'LastModified') ?? '') || 0,
    });
  }
  const prefixes: string[] = [];
  for (const entry of elements(xml, 'CommonPrefixes'))
    prefixes.push(decode(elementText(entry, 'Prefix') ?? ''));
  return { objects, prefixes, next: nextPage(xml, objects) };
}

/** Every entry has them, and looking for any reference costs more than for these. */
function withoutQuotes(text: string): string {
  const plain = text.replaceAll('&quot;', '').replaceAll('&#34;', '').replaceAll('"', '');
  return unescapeXml(plain).replaceAll('"', '');
}

function nextPage(xml: string, objects: readonly ObjectInfo[]): S3ListPage['next'] {
  if (elementText(xml, 'IsTruncated') !== 'true') return undefined;
  const token = elementText(xml, 'NextContinuationToken');
  if (token) return { token: unescapeXml(token) };
  // Servers that only half know version 2 say that there is more, but not where.
  const last = objects.at(-1);
  return last ? { startAfter: last.key } : undefined;
}

/** `encoding-type=url` is form encoding: a space is `+`, a plus `%2B`. */
function decodeUrl(text: string): string {
  if (!text.includes('%') && !text.includes('+')) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
