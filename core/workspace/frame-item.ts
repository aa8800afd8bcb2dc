/** The task object that a frame was made from, with its addresses resolved by whichever attached storage has them. */
import { printObjectUri } from '../model/object-uri.ts';
import type { TaskId } from '../model/ids.ts';
import { resolveUris } from '../storage/data-uris.ts';
import type { House } from './open-workspace.ts';
import type { FrameItemView } from './workspace.ts';

const readableSeconds = 900;

export async function frameItem(
  { frames, storages, vault }: House,
  taskId: TaskId,
  frame: number,
): Promise<FrameItemView | undefined> {
  const item = await frames.item(taskId, frame);
  if (!item) return undefined;
  const data = item.whole['data'] ?? item.whole;
  const { value, unresolved } = await resolveUris(data, await storages.list(), async ({ id }, key) => {
    const store = await vault.open(id);
    return (await store.presign(key, readableSeconds)).href;
  });
  return {
    key: item.key,
    row: item.row,
    data,
    resolved: value,
    unresolved: unresolved.map(({ uri }) => printObjectUri(uri)),
  };
}
