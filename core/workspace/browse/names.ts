/** Keys as folders and names: a folder is a prefix that ends with `/`, or the empty one. */

/** The last part of a key, or of a folder without its `/`. */
export function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('/', key.length - 2) + 1).replace(/\/$/, '');
}

/** The folder a prefix lies in: all of it up to its last `/`. */
export function folderOf(prefix: string): string {
  return prefix.slice(0, prefix.lastIndexOf('/') + 1);
}

/** The folder above a folder; the storage's root is above itself. */
export function folderAbove(folder: string): string {
  return folderOf(folder.slice(0, -1));
}

/** The folders on the way to a folder, itself last, without the root: `a/`, `a/b/`. */
export function wayTo(folder: string): string[] {
  const way: string[] = [];
  for (let at = folder.indexOf('/'); at >= 0; at = folder.indexOf('/', at + 1)) {
    way.push(folder.slice(0, at + 1));
  }
  return way;
}

/** The deepest folder that holds all of these keys and folders. */
export function sharedFolder(keys: Iterable<string>): string {
  let shared: string | undefined;
  for (const key of keys) {
    const folder = folderOf(key);
    if (shared === undefined) shared = folder;
    while (!folder.startsWith(shared)) shared = folderAbove(shared);
  }
  return shared ?? '';
}
