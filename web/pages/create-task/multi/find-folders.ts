/** Folders right below a prefix of a storage, and videos beside them. */
import { createEffect, createSignal, on, onCleanup } from 'solid-js';
import { type ErrorReport, isAbort, toErrorReport } from '#core/errors.ts';
import type { StorageId } from '#core/model/ids.ts';
import { compareNatural } from '#core/util/text-order.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { folderItem, type MultiItem, videosIn } from './multi-draft.ts';

interface FoundFolders {
  readonly items: readonly MultiItem[];
  readonly videos: number;
  /** True where there are more than are taken. */
  readonly more: boolean;
}

export interface FolderSearch {
  readonly found: () => FoundFolders | undefined;
  readonly listing: () => boolean;
  readonly error: () => ErrorReport | undefined;
  readonly again: () => void;
}

/** So many tasks at once are asked for by nobody; and each is a request. */
const mostFolders = 1000;
const restMs = 300;

export function createFolderSearch(
  where: () => { readonly storageId: StorageId; readonly prefix: string } | undefined,
): FolderSearch {
  const workspace = useWorkspace();
  const [found, setFound] = createSignal<FoundFolders>();
  const [listing, setListing] = createSignal(false);
  const [error, setError] = createSignal<ErrorReport>();
  const [runs, setRuns] = createSignal(0);

  async function list(storageId: StorageId, prefix: string, signal: AbortSignal): Promise<void> {
    try {
      const store = await workspace.storages.open(storageId);
      const folders = new Set<string>();
      let videos = 0;
      let more = false;
      for await (const { prefixes, objects } of store.list({ prefix, delimiter: '/', signal })) {
        for (const folder of prefixes) folders.add(folder);
        videos += videosIn(objects.map(({ key }) => key)).length;
        more = folders.size > mostFolders;
        if (more) break;
      }
      const items = [...folders].sort(compareNatural).slice(0, mostFolders).map(folderItem);
      if (!signal.aborted) setFound({ items, videos, more });
    } catch (failure) {
      if (!isAbort(failure) && !signal.aborted) setError(toErrorReport(failure));
    } finally {
      if (!signal.aborted) setListing(false);
    }
  }

  createEffect(
    on(
      () => [JSON.stringify(where()), runs()],
      () => {
        const wanted = where();
        setFound(undefined);
        setError(undefined);
        setListing(wanted !== undefined);
        if (!wanted) return;
        const stop = new AbortController();
        const timer = setTimeout(() => void list(wanted.storageId, wanted.prefix, stop.signal), restMs);
        onCleanup(() => {
          clearTimeout(timer);
          stop.abort();
        });
      },
    ),
  );
  return { found, listing, error, again: () => setRuns(runs() + 1) };
}
