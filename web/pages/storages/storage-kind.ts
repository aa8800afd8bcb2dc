/** Storages as a list. */
import type { Storage } from '#core/model/storage.ts';
import { type ListKind, otherPageSizes } from '#web/lists/list-kind.ts';
import { type StorageUses, usesOf } from '#web/state/storage-uses.ts';

export interface StorageListRow {
  readonly id: number;
  readonly storage: Storage;
  readonly uses: StorageUses;
}

/** More tasks of a storage are not counted. */
const most = 1000;

export const storageKind: ListKind<StorageListRow> = {
  resource: 'storages',
  place: 'storages',
  title: 'Storages',
  one: 'storage',
  many: 'storages',
  over: 'Name or bucket',
  pageSizes: otherPageSizes,
  view: 'cards',
  rowHeight: 44,
  async read(workspace, ids) {
    const storages = await workspace.storages.many(ids);
    return Promise.all(
      storages.map(async (storage) => {
        const tasks = await workspace.tasks.usingStorage(storage.id, most);
        return { id: storage.id, storage, uses: usesOf(storage.id, tasks, tasks.length === most) };
      }),
    );
  },
  nameOf: ({ storage }) => storage.name,
  href: ({ id }) => `/storages/${id}/browse`,
};
