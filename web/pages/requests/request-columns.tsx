/** What the list of requests says of each. */
import type { Column } from '#web/lists/column.ts';
import type { RequestListRow } from './request-kind.ts';
import { RequestBody, RequestButtons, RequestIcon, RequestState } from './request-row.tsx';
import styles from './requests-page.module.css';

export const requestColumns: readonly Column<RequestListRow>[] = [
  { title: 'State', width: '16px', quiet: true, cell: (row) => <RequestIcon request={row.request} /> },
  {
    title: 'Request',
    width: 'minmax(0, 1fr)',
    sort: 'action',
    cell: (row) => <RequestBody request={row.request} tasks={row.tasks} />,
  },
  {
    title: 'When',
    width: '160px',
    sort: 'created_date',
    cell: (row) => <RequestState request={row.request} />,
  },
  {
    title: 'What can be done',
    width: '128px',
    quiet: true,
    cell: (row) => (
      <span class={styles.actions}>
        <RequestButtons request={row.request} />
      </span>
    ),
  },
];

export function requestCard(row: RequestListRow) {
  const { request, tasks } = row;
  return (
    <div class={styles.card}>
      <span class={styles.cardHead}>
        <RequestIcon request={request} />
        <RequestState request={request} />
      </span>
      <RequestBody request={request} tasks={tasks} />
      <span class={styles.cardActions}>
        <RequestButtons request={request} />
      </span>
    </div>
  );
}
