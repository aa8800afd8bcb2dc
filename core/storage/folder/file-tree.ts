/** A folder of which only its files were lent: dropped, or chosen where the browser knows no folders. */
import { SortedRuns } from '../../util/sorted-runs.ts';
import { compareUtf8 } from '../../util/text-order.ts';
import { isListed } from './path.ts';
import type { Tree } from './tree.ts';

export function fileTree(files: ReadonlyMap<string, File>): Tree {
  let sorted: readonly string[] | undefined;

  async function keys(rest: () => Promise<void>): Promise<readonly string[]> {
    if (sorted) return sorted;
    const runs = new SortedRuns(compareUtf8);
    for (const key of files.keys()) {
      await rest();
      runs.add(key);
    }
    const found: string[] = [];
    for (const key of runs.inOrder()) {
      await rest();
      found.push(key);
    }
    return (sorted = found);
  }

  function find(key: string): File {
    const file = files.get(key);
    if (file) return file;
    throw new DOMException('There is no such file.', 'NotFoundError');
  }

  return {
    async *walk({ prefix, startAfter, rest }) {
      for (const key of await keys(rest)) {
        await rest();
        const isWanted = key.startsWith(prefix) && isListed(key, prefix);
        if (isWanted && compareUtf8(key, startAfter) > 0) yield { key, open: async () => find(key) };
      }
    },
    file: async ({ folders, file }) => find([...folders, file].join('/')),
  };
}
