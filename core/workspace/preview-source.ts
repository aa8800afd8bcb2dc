/** What a source would bring, from the first stretch of it; nothing is downloaded but the first task files. */
import type { Source } from '../model/source.ts';
import { readSources } from '../requests/read-sources.ts';
import { compareOf } from '../requests/frame-sorter.ts';
import type { Sorting } from '../model/task.ts';
import type { House } from './open-workspace.ts';

/** Listing stops here; the task itself takes everything. */
const mostListed = 5000;
const mostFrames = 5000;
const keysKept = 5;
const failuresKept = 5;

export interface SourcePreview {
  readonly frames: number;
  /** Of all frames, where the source tells it. */
  readonly bytes: number;
  readonly listed: number;
  /** How many objects were left out, by reason. */
  readonly leftOut: ReadonlyMap<string, number>;
  readonly failed: { readonly total: number; readonly items: readonly { where: string; what: string }[] };
  /** True when there is more than was looked at. */
  readonly more: boolean;
  /** In the task's order. */
  readonly firstKeys: readonly string[];
}

/** A preview after each page, the last one when the first stretch has been looked at. */
export async function* previewSource(
  { vault, storages }: Pick<House, 'vault' | 'storages'>,
  source: Source,
  sorting: Sorting,
  signal: AbortSignal,
  seed = 0,
): AsyncGenerator<SourcePreview> {
  const leftOut = new Map<string, number>();
  const failures: { where: string; what: string }[] = [];
  let failed = 0;
  let frames = 0;
  let bytes = 0;
  let listed = 0;
  let firstKeys: readonly string[] = [];
  const compare = compareOf({ sorting, seed });
  const context = {
    signal,
    storages,
    openStorage: async (id: number) => vault.openWithSettings(id),
  };
  const preview = (more: boolean): SourcePreview => ({
    frames,
    bytes,
    listed,
    leftOut: new Map(leftOut),
    failed: { total: failed, items: [...failures] },
    more,
    firstKeys,
  });
  const pages = readSources([source], context, {
    leftOut: {
      add: (_, what) => leftOut.set(what, (leftOut.get(what) ?? 0) + 1),
    },
    failed: {
      add(where, what) {
        failed++;
        if (failures.length < failuresKept) failures.push({ where, what });
      },
    },
  });
  for await (const page of pages) {
    if (listed >= mostListed || frames >= mostFrames) {
      yield preview(true);
      return;
    }
    listed += page.listed;
    frames += page.frames.length;
    for (const { size } of page.frames) bytes += size;
    const keys = page.frames.map(({ key }) =>
      key.slice(key.startsWith(source.prefix) ? source.prefix.length : 0),
    );
    firstKeys = [...firstKeys, ...keys].sort(compare).slice(0, keysKept);
    yield preview(true);
  }
  yield preview(false);
}
