/** One answer of List Blobs. */
import { elements, elementText, unescapeXml } from '../../util/xml.ts';
import type { ListPage, ObjectInfo } from '../object-store.ts';

export interface AzureListPage extends ListPage {
  /** Where the next page begins; undefined on the last. */
  readonly next: string | undefined;
}

/** Reads a page; undefined where the text is no list of a container. */
export function parseListPage(xml: string): AzureListPage | undefined {
  if (!xml.includes('<EnumerationResults')) return undefined;
  const objects: ObjectInfo[] = [];
  for (const entry of elements(xml, 'Blob')) {
    // Accounts with a hierarchical namespace list their folders as if they were blobs.
    if (elementText(entry, 'ResourceType') === 'directory') continue;
    const contentType = elementText(entry, 'Content-Type');
    objects.push({
      key: nameOf(entry),
      size: Number(elementText(entry, 'Content-Length') ?? 0),
      etag: (elementText(entry, 'Etag') ?? elementText(entry, 'ETag') ?? '').replaceAll('"', ''),
      modified: Date.parse(elementText(entry, 'Last-Modified') ?? '') || 0,
      ...(contentType ? { contentType } : {}),
    });
  }
  const prefixes = [...elements(xml, 'BlobPrefix')].map(nameOf);
  return { objects, prefixes, next: elementText(xml, 'NextMarker') || undefined };
}

/** Names that XML cannot hold come percent-encoded, and say so. */
function nameOf(entry: string): string {
  const encoded = /<Name Encoded="true">([^<]*)<\/Name>/.exec(entry)?.[1];
  if (encoded === undefined) return elementText(entry, 'Name') ?? '';
  try {
    return decodeURIComponent(unescapeXml(encoded));
  } catch {
    return encoded;
  }
}
