/** From version 2, which knew no projects, people or workspaces, and one kind of job. */
import type { Transaction } from 'dexie';
import { personalWorkspace } from '../model/workspace.ts';
import { everyFrame } from '../model/task.ts';

/** What tasks of version 2 lacked. */
const taskFields = {
  workspaceId: personalWorkspace,
  subset: '',
  dimension: '2d',
  mode: 'annotation',
  bugTracker: '',
  guide: '',
  seed: 0,
  range: everyFrame,
  replicas: 0,
};
const jobFields = { type: 'annotation', workedMs: 0 };

export async function toVersion3(transaction: Transaction): Promise<void> {
  const me: unknown = await transaction.table('people').add(firstPerson());
  await transaction.table('settings').put({ name: 'me', value: me });
  await transaction
    .table('tasks')
    .toCollection()
    .modify((row: object) => {
      Object.assign(row, taskFields, { ownerId: me });
    });
  await transaction
    .table('jobs')
    .toCollection()
    .modify((row: object) => {
      Object.assign(row, jobFields);
    });
}

/** Who a new device belongs to, until a name is given. */
export function firstPerson() {
  return { uid: crypto.randomUUID(), name: 'Me', color: '#3463a6' };
}
