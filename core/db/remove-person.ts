/** Takes somebody out of everything, and then off the device. */
import type { PersonId } from '../model/ids.ts';
import type { Database } from './database.ts';

/** Rows that are looked at in one transaction. */
const rowsAtOnce = 5000;

interface Held {
  readonly id: number;
  readonly assigneeId: PersonId | undefined;
  readonly ownerId?: PersonId | undefined;
}

/** The person goes last: whatever interrupts this, doing it again finishes it. */
export async function removePerson(db: Database, id: PersonId): Promise<void> {
  await leave(db, 'projects', id);
  await leave(db, 'tasks', id);
  await leave(db, 'jobs', id);
  await db.people.delete(id);
}

async function leave(db: Database, name: 'projects' | 'tasks' | 'jobs', id: PersonId): Promise<void> {
  const table = db.table<Held, number>(name);
  for (let after = 0; ; ) {
    const last = await db.transaction('rw', table, async () => {
      const rows = await table.where(':id').above(after).limit(rowsAtOnce).toArray();
      for (const { id: row, assigneeId, ownerId } of rows) {
        if (assigneeId === id) await table.update(row, { assigneeId: undefined });
        if (ownerId === id) await table.update(row, { ownerId: undefined });
      }
      return rows.length < rowsAtOnce ? undefined : rows.at(-1)?.id;
    });
    if (last === undefined) return;
    after = last;
  }
}
