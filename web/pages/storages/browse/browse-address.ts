/** What the address bar says of the browser: folder, search, view and order. No screen in here. */
import { folderOf } from '#core/workspace/browse/names.ts';
import { type EntryOrder, orderText, parseOrder, type View, views } from './entry.ts';

export interface BrowseAddress {
  /** With its `/`, or empty for the root. */
  readonly folder: string;
  readonly find: string;
  readonly below: boolean;
  /** Undefined for the one that is kept for the person. */
  readonly view: View | undefined;
  readonly order: EntryOrder;
}

export type BrowseQuery = { readonly [name: string]: string | readonly string[] | undefined };

/** `prefix` need not end with `/`: the rest of it is then looked for in its folder. */
export function readAddress(query: BrowseQuery, ownPrefix: string): BrowseAddress {
  const text = (name: string): string | undefined => {
    const value = query[name];
    return typeof value === 'string' ? value : value?.[0];
  };
  const prefix = text('prefix') ?? ownPrefix;
  const folder = folderOf(prefix);
  return {
    folder,
    find: text('find') ?? prefix.slice(folder.length),
    below: text('in') === 'below',
    view: views.find((each) => each === text('view')),
    order: parseOrder(text('sort')),
  };
}

/** The page's address behind `#`. */
export function addressText(id: number, { folder, find, below, view, order }: BrowseAddress): string {
  const query = new URLSearchParams({ prefix: folder });
  if (find !== '') query.set('find', find);
  if (below) query.set('in', 'below');
  if (view) query.set('view', view);
  if (order) query.set('sort', orderText(order));
  return `/storages/${id}/browse?${query}`;
}
