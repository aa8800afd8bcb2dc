/** A task's row and the request that fills it. */
import { addTask } from '../db/project-tasks.ts';
import { checkLabels } from '../model/check-labels.ts';
import type { RequestId, TaskId } from '../model/ids.ts';
import { checkTask } from './check-task.ts';
import { newTask } from './new-task.ts';
import type { House } from './open-workspace.ts';
import { taskPlace } from './place.ts';
import type { CreateTaskInput } from './workspace.ts';

export async function makeTask(
  house: House,
  input: CreateTaskInput,
): Promise<{ taskId: TaskId; requestId: RequestId }> {
  const { database, requests, ports } = house;
  const now = ports.clock.now();
  checkTask(input);
  checkLabels(input.labels);
  const task = newTask(input, await taskPlace(house), ports.random.uuid(), now);
  const taskId = await addTask(database, task);
  return { taskId, requestId: await requests.add({ kind: 'create-task', taskId }, now) };
}
