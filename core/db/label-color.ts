/** The colour of a label, in a list and in all that hold the same one. */
import { InvalidDataError } from '../errors.ts';
import type { Label } from '../model/label.ts';
import type { Database } from './database.ts';

export type ColorOwner = 'projects' | 'tasks';

/**
 * Gives the colour that the label had; undefined where there is none of this name.
 * Throws for a task that has its labels from a project.
 */
export async function setLabelColor(
  db: Database,
  owner: ColorOwner,
  id: number,
  { label, color, now }: { readonly label: string; readonly color: string; readonly now: number },
): Promise<string | undefined> {
  return db.transaction('rw', [db.tasks, db.projects], async () => {
    const row = owner === 'projects' ? await db.projects.get(id) : await db.tasks.get(id);
    if (!row || row.deletedAt !== undefined)
      throw new InvalidDataError('It was deleted.', { where: `${id}` });
    const before = row.labels.find(({ name }) => name === label);
    if (!before || before.color === color) return before?.color;
    const labels = row.labels.map((each): Label => (each.name === label ? { ...each, color } : each));
    if (owner === 'tasks') {
      if ('projectId' in row && row.projectId !== undefined) throw ofProject(id);
      await db.tasks.update(id, { labels, updatedAt: now });
    } else {
      await db.projects.update(id, { labels, updatedAt: now });
      await db.tasks.where('projectId').equals(id).modify({ labels });
    }
    return before.color;
  });
}

function ofProject(id: number): InvalidDataError {
  return new InvalidDataError('It has the labels of its project.', {
    where: `task ${id}`,
    remedy: { text: 'Change the colour in the project: all its tasks then have it.' },
  });
}
