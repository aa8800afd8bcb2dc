/** Where a long listing can be cut so that its parts can be read side by side. */
import { compareUtf8 } from '../util/text-order.ts';
import type { ListPage, ObjectInfo } from './object-store.ts';

/** Keys from `from` (included) to `before` (not included; undefined is the end of `prefix`). */
export interface Stretch {
  readonly prefix: string;
  readonly from: string;
  readonly before: string | undefined;
  /** Some key below `from` with little or nothing between, as listings start after a key. */
  readonly startAfter: string;
  /** Set where the stretch is exactly one folder. */
  readonly folder?: string;
  /** Set where all that the stretch holds is known already. */
  readonly objects?: readonly ObjectInfo[];
}

/**
 * Cuts at the folders of a page that was listed below `prefix` and grouped by `/`. The stretches follow each other
 * without gap from the page's first key to the end of the prefix, which may lie beyond the page.
 */
export function cutPage(page: ListPage, prefix: string, foldersPerStretch: number): Stretch[] {
  const stretches: Stretch[] = [];
  let loose: ObjectInfo[] = [];
  let group: string[] = [];
  const closeLoose = (): void => {
    const [first] = loose;
    const end = loose.at(-1);
    if (first && end) {
      stretches.push({ prefix, from: first.key, before: `${end.key}\0`, startAfter: '', objects: loose });
    }
    loose = [];
  };
  const closeGroup = (): void => {
    const [first] = group;
    const end = group.at(-1);
    if (first === undefined || end === undefined) return;
    const folder = group.length === 1 ? { folder: first } : {};
    stretches.push({ ...reach(prefix, first), before: afterPrefix(end), ...folder });
    group = [];
  };
  for (const item of inOrder(page)) {
    if (typeof item !== 'string') {
      loose.push(item);
      continue;
    }
    // Objects between two folders of a group are found again with them.
    if (group.length > 0) loose = [];
    else closeLoose();
    group.push(item);
    if (group.length >= foldersPerStretch) closeGroup();
  }
  closeGroup();
  closeLoose();
  const end = stretches.at(-1);
  if (end?.objects) {
    const last = end.objects.at(-1)?.key ?? '';
    stretches.push({ prefix, from: `${last}\0`, before: undefined, startAfter: last });
  } else if (end?.before !== undefined) {
    stretches.push({ ...reach(prefix, end.before), before: undefined });
  }
  return stretches;
}

/** Folders directly below `prefix` that `objects` (in order) lie in. */
export function countFolders(objects: readonly ObjectInfo[], prefix: string): number {
  let count = 0;
  let folder: string | undefined;
  for (const { key } of objects) {
    if (folder !== undefined && key.startsWith(folder)) continue;
    const slash = key.indexOf('/', prefix.length);
    if (slash < 0) continue;
    folder = key.slice(0, slash + 1);
    count++;
  }
  return count;
}

function inOrder({ objects, prefixes }: ListPage): (ObjectInfo | string)[] {
  const name = (item: ObjectInfo | string): string => (typeof item === 'string' ? item : item.key);
  return [...objects, ...prefixes].sort((a, b) => compareUtf8(name(a), name(b)));
}

/** The first text after all that begin with `folder`, which ends in `/`. */
function afterPrefix(folder: string): string {
  return `${folder.slice(0, -1)}0`;
}

/** `from` ends in `/` or, after a folder, in `0`: what comes before has the character before and then anything. */
function reach(prefix: string, from: string): Pick<Stretch, 'prefix' | 'from' | 'startAfter'> {
  const end = from.charCodeAt(from.length - 1);
  return { prefix, from, startAfter: `${from.slice(0, -1)}${String.fromCharCode(end - 1)}\u{10FFFF}` };
}
