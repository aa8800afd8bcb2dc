/** Storages as a list. */
import type { Storage } from '#core/model/storage.ts';
import { type ListKind, otherPageSizes } from '#web/lists/list-kind.ts';
import { type StorageUses, usesOf } from '#web/state/storage-uses.ts';

export interface StorageListRow {
  readonly id: number;
  readonly storage: Storage;
  readonly uses: StorageUses;
}

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
    const tasks = await workspace.tasks.list();
    return storages.map((storage) => ({ id: storage.id, storage, uses: usesOf(storage.id, tasks) }));
  },
  nameOf: ({ storage }) => storage.name,
  href: ({ id }) => `/storages/${id}/browse`,
};
