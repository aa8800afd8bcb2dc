/** List Blobs, page after page. */
import { compareUtf8 } from '../../util/text-order.ts';
import type { ListPage, ListQuery, ObjectInfo } from '../object-store.ts';
import { lastOf } from '../retry.ts';
import type { AzureListPage } from './list-page.ts';

/** The most that Azure puts on a page. */
const fullPage = 5000;
/** Listings whose last place is known; a retry goes on from there. */
const rememberedPlaces = 32;

export interface PageRequest {
  readonly query: ListQuery;
  readonly size: number;
  readonly marker: string | undefined;
}

type Item = ObjectInfo | string;

/**
 * Azure goes on only where one of its own pages ended. Where a listing ended that was read here, a later one that
 * starts there goes on with that page's marker; any other `startAfter` reads from the beginning of the prefix and
 * leaves out what comes before.
 */
export function makeLister(
  ask: (request: PageRequest) => Promise<AzureListPage>,
): (query: ListQuery) => AsyncGenerator<ListPage> {
  const places = new Map<string, string>();

  function remember(query: ListQuery, page: ListPage, marker: string): void {
    const end = lastOf(page);
    if (end === undefined) return;
    places.set(placeOf(query, end), marker);
    const oldest = places.size > rememberedPlaces ? places.keys().next().value : undefined;
    if (oldest !== undefined) places.delete(oldest);
  }

  return async function* list(query) {
    const { startAfter, pageSize = fullPage } = query;
    let marker = startAfter === undefined ? undefined : places.get(placeOf(query, startAfter));
    const skipTo = marker === undefined ? startAfter : undefined;
    const size = Math.min(fullPage, skipTo === undefined ? pageSize : Math.max(pageSize, fullPage));
    do {
      query.signal?.throwIfAborted();
      const page = await ask({ query, size, marker });
      marker = page.next;
      if (skipTo === undefined) {
        if (marker !== undefined) remember(query, page, marker);
        // Azure may give an empty page in the middle of a listing.
        if (page.objects.length > 0 || page.prefixes.length > 0) {
          yield { objects: page.objects, prefixes: page.prefixes };
        }
        continue;
      }
      const wanted = itemsOf(page).filter((item) => comesAfter(item, skipTo));
      for (let from = 0; from < wanted.length; from += pageSize) {
        query.signal?.throwIfAborted();
        const items = wanted.slice(from, from + pageSize);
        const part = {
          objects: items.filter((item) => typeof item !== 'string'),
          prefixes: items.filter((item) => typeof item === 'string'),
        };
        if (marker !== undefined && from + pageSize >= wanted.length) remember(query, part, marker);
        yield part;
      }
    } while (marker !== undefined);
  };
}

function placeOf({ prefix = '', delimiter = '' }: ListQuery, name: string): string {
  return JSON.stringify([prefix, delimiter, name]);
}

function nameOf(item: Item): string {
  return typeof item === 'string' ? item : item.key;
}

function itemsOf({ objects, prefixes }: ListPage): Item[] {
  if (prefixes.length === 0) return [...objects];
  return [...objects, ...prefixes].sort((a, b) => compareUtf8(nameOf(a), nameOf(b)));
}

/** A folder also where the key lies inside of it, as more may follow there; U+10FFFF stands for its end. */
function comesAfter(item: Item, key: string): boolean {
  if (compareUtf8(nameOf(item), key) > 0) return true;
  return typeof item === 'string' && key.startsWith(item) && !key.startsWith('\u{10FFFF}', item.length);
}
