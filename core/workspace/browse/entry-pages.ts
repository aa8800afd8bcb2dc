/** What a folder holds, and what lies below it, as it is listed. */
import { listAll } from '../../storage/list-all.ts';
import type { ListPage, ObjectInfo, ObjectStore } from '../../storage/object-store.ts';
import { literalStart, matcherBelow, matcherHere } from './entry-match.ts';
import { nameOf } from './names.ts';

export interface EntryPage {
  /** Folders, with their `/`. */
  readonly folders: readonly string[];
  readonly objects: readonly ObjectInfo[];
  /** Objects and folders that were looked at for this page, those included that did not match. */
  readonly looked: number;
}

export interface BrowseQuery {
  /** A folder with its `/`, or the empty one. */
  readonly folder: string;
  /** Words or a glob; empty for everything. */
  readonly find: string;
  readonly signal?: AbortSignal;
}

/** Some storages give everything at once; whoever shows it wants to breathe in between. */
const mostInPage = 1000;

/**
 * One folder, without what lies in its folders. The storage itself looks for the start of what is to be found.
 * An object that has the folder's own name stands for the folder, and is left out.
 */
export async function* browseHere(
  store: ObjectStore,
  { folder, find, signal }: BrowseQuery,
): AsyncGenerator<EntryPage> {
  const matches = matcherHere(find);
  const prefix = folder + literalStart(find);
  const pages = store.list({ prefix, delimiter: '/', ...(signal ? { signal } : {}) });
  for await (const page of inSlices(pages)) {
    yield {
      folders: page.prefixes.filter((each) => matches(nameOf(each))),
      objects: page.objects.filter(({ key }) => key !== folder && matches(key.slice(folder.length))),
      looked: page.objects.length + page.prefixes.length,
    };
  }
}

/** Every object below a folder that matches. Markers of folders are left out. */
export async function* browseBelow(
  store: ObjectStore,
  { folder, find, signal }: BrowseQuery,
): AsyncGenerator<EntryPage> {
  const matches = matcherBelow(find);
  const pages = listAll(store, { prefix: folder, ...(signal ? { signal } : {}) });
  for await (const page of inSlices(pages)) {
    yield {
      folders: [],
      objects: page.objects.filter(({ key }) => !key.endsWith('/') && matches(key.slice(folder.length))),
      looked: page.objects.length,
    };
  }
}

async function* inSlices(pages: AsyncIterable<ListPage>): AsyncGenerator<ListPage> {
  for await (const { objects, prefixes } of pages) {
    for (let at = 0; at === 0 || at < Math.max(objects.length, prefixes.length); at += mostInPage) {
      yield {
        objects: objects.slice(at, at + mostInPage),
        prefixes: prefixes.slice(at, at + mostInPage),
      };
    }
  }
}
