/** What a walk finds, as the pages of a listing. */
import { isMissing, toInfo } from '../file-system.ts';
import type { ListPage, ListQuery, ObjectInfo } from '../object-store.ts';
import type { Found } from './tree.ts';

type Paging = Required<Pick<ListQuery, 'prefix' | 'delimiter' | 'pageSize'>>;

/** At least one page. What is gone by the time its size is asked for is left out. */
export async function* toPages(
  found: AsyncIterable<Found>,
  { prefix, delimiter, pageSize }: Paging,
): AsyncGenerator<ListPage> {
  let page: Found[] = [];
  let last: string | undefined;
  for await (const each of found) {
    const entry = grouped(each, prefix.length, delimiter);
    if (typeof entry === 'string') {
      if (entry === last) continue;
      last = entry;
    }
    page.push(entry);
    if (page.length < pageSize) continue;
    yield await toPage(page);
    page = [];
  }
  if (page.length > 0 || last === undefined) yield await toPage(page);
}

function grouped(found: Found, from: number, delimiter: string): Found {
  if (typeof found === 'string' || delimiter === '') return found;
  const end = found.key.indexOf(delimiter, from);
  return end < 0 ? found : found.key.slice(0, end + delimiter.length);
}

async function toPage(entries: readonly Found[]): Promise<ListPage> {
  const objects = await Promise.all(
    entries.map(async (entry): Promise<ObjectInfo | undefined> => {
      if (typeof entry === 'string') return undefined;
      try {
        return toInfo(entry.key, await entry.open());
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    }),
  );
  return {
    objects: objects.filter((info) => info !== undefined),
    prefixes: entries.filter((entry) => typeof entry === 'string'),
  };
}
