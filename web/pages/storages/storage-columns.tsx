/** What the table of storages says of each. */
import type { Column } from '#web/lists/column.ts';
import { NameCell } from '#web/lists/cells.tsx';
import { addressOf, serviceOf } from '#web/state/storage-words.ts';
import { StorageTile } from '#web/ui/storage-tile.tsx';
import { Time } from '#web/ui/time.tsx';
import { imagesWords, usesWords } from './storage-card.tsx';
import type { StorageListRow } from './storage-kind.ts';
import { StorageState } from './storage-state.tsx';
import styles from './storages-page.module.css';

export const storageColumns: readonly Column<StorageListRow>[] = [
  {
    title: 'Kind',
    width: '20px',
    quiet: true,
    cell: (row) => <StorageTile settings={row.storage.settings} small />,
  },
  {
    title: 'Name',
    width: 'minmax(160px, 1fr)',
    sort: 'name',
    cell: (row) => (
      <NameCell
        name={row.storage.name}
        href={`#/storages/${row.id}/browse`}
        under={`#${row.id} · ${addressOf(row.storage.settings)}`}
      />
    ),
  },
  {
    title: 'Service',
    width: '148px',
    sort: 'provider_type',
    from: 1180,
    cell: (row) => <span class={styles.cut}>{serviceOf(row.storage.settings)}</span>,
  },
  {
    title: 'State',
    width: '232px',
    cell: (row) => (
      <span class={styles.state}>
        <StorageState storage={row.storage} />
      </span>
    ),
  },
  {
    title: 'Uses',
    width: '220px',
    from: 1040,
    cell: (row) => (
      <span class={styles.cut}>{[imagesWords(row.storage), ...usesWords(row.uses)].join(' · ')}</span>
    ),
  },
  {
    title: 'Updated',
    width: '74px',
    sort: 'updated_date',
    from: 1280,
    cell: (row) => <Time of={row.storage.updatedAt} />,
  },
];
