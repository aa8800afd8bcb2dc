/** What formats call a frame: its key behind the prefix of its storage, as people have it in their folders. */
import type { FrameEntry } from '../model/frame.ts';
import type { Task } from '../model/task.ts';
import type { RequestContext } from './handler.ts';

export type NameOf = (frame: FrameEntry) => string;

export async function frameNames(
  { sources }: Task,
  { openStorage }: Pick<RequestContext, 'openStorage'>,
): Promise<NameOf> {
  const opened = await Promise.all(sources.map(({ storageId }) => openStorage(storageId)));
  const prefixes = new Map(opened.map(({ storage }) => [storage.id, storage.settings.prefix]));
  return ({ storageId, key }) => {
    const prefix = prefixes.get(storageId) ?? '';
    return key.startsWith(prefix) ? key.slice(prefix.length) : key;
  };
}
