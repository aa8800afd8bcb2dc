/** How much is annotated with a label, or has a value of one of its attributes. */
import { labelHolder } from '../../db/labels/save-labels.ts';
import type { AttributeId, LabelId } from '../../model/ids.ts';
import type { Shape } from '../../model/shape.ts';
import type { LabelOwner, LabelUse } from '../door/labels.ts';
import type { House } from '../open-workspace.ts';

/** Also of what is in the bin, as it would lose them too. The label of a skeleton counts, and that of each node. */
export async function labelUse(
  { database, annotations }: House,
  owner: LabelOwner,
  labelId: LabelId,
  attributeId?: AttributeId,
): Promise<LabelUse> {
  const { taskIds } = await labelHolder(database, owner);
  const counts = (shape: Shape): boolean =>
    attributeId === undefined ? shape.labelId === labelId : shape.attributes[attributeId] !== undefined;
  const use = { objects: 0, jobs: 0, tasks: 0 };
  for (const taskId of taskIds) {
    const jobsBefore = use.jobs;
    for (const jobId of await database.jobs.where('taskId').equals(taskId).primaryKeys()) {
      const objectsBefore = use.objects;
      for await (const { shapes } of annotations.frames(jobId)) use.objects += shapes.filter(counts).length;
      if (use.objects > objectsBefore) use.jobs += 1;
    }
    if (use.jobs > jobsBefore) use.tasks += 1;
  }
  return use;
}
