/** What the browser shows: a folder or an object. No screen in here. */
import type { ObjectInfo } from '#core/storage/object-store.ts';

export interface Entry {
  /** Of a folder with its `/`. */
  readonly key: string;
  /** Undefined for a folder. */
  readonly object: ObjectInfo | undefined;
}

export function isSameEntry(a: Entry | undefined, b: Entry | undefined): boolean {
  return a?.key === b?.key && a?.object === b?.object;
}

export const views = ['grid', 'list'] as const;
export type View = (typeof views)[number];

const columns = ['name', 'size', 'modified'] as const;
export type Column = (typeof columns)[number];

/** Undefined for the storage's own order, by the bytes of the keys. */
export type EntryOrder = { readonly by: Column; readonly down: boolean } | undefined;

/** As the address bar says it: `size`, or `-size` from the largest on. */
export function parseOrder(text: string | undefined): EntryOrder {
  const by = columns.find((each) => each === text?.replace(/^-/, ''));
  return by && { by, down: text?.startsWith('-') === true };
}

export function orderText(order: EntryOrder): string {
  return order === undefined ? '' : `${order.down ? '-' : ''}${order.by}`;
}

/** What a click on a column's head makes of the order: one way, the other, none. Large and new come first. */
export function turned(order: EntryOrder, by: Column): EntryOrder {
  const first = by !== 'name';
  if (order?.by !== by) return { by, down: first };
  return order.down === first ? { by, down: !first } : undefined;
}
