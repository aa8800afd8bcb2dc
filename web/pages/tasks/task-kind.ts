/** Tasks as a list. */
import type { Person } from '#core/model/person.ts';
import type { Project } from '#core/model/project.ts';
import type { RequestRecord } from '#core/model/request.ts';
import type { Task } from '#core/model/task.ts';
import { type ListKind, taskPageSizes } from '#web/lists/list-kind.ts';
import { makingOf } from '#web/state/request-words.ts';

export interface TaskListRow {
  readonly id: number;
  readonly task: Task;
  readonly project: Project | undefined;
  readonly assignee: Person | undefined;
  /** What makes it, while it is not ready. */
  readonly making: RequestRecord | undefined;
}

export const taskKind: ListKind<TaskListRow> = {
  resource: 'tasks',
  place: 'tasks',
  title: 'Tasks',
  one: 'task',
  many: 'tasks',
  over: 'Name, ID, label, person',
  pageSizes: taskPageSizes,
  view: 'table',
  rowHeight: 44,
  async read(workspace, ids) {
    const tasks = await workspace.tasks.many(ids);
    const projects = await workspace.projects.many(
      [...new Set(tasks.map(({ projectId }) => projectId))].filter((id) => id !== undefined),
    );
    const people = await workspace.people.list();
    const made = tasks.filter(({ ready }) => !ready);
    const requests = (await Promise.all(made.map(({ id }) => workspace.requests.ofTask(id)))).flat();
    return tasks.map((task) => ({
      id: task.id,
      task,
      project: projects.find(({ id }) => id === task.projectId),
      assignee: people.find(({ id }) => id === task.assigneeId),
      making: task.ready ? undefined : makingOf(task.id, requests),
    }));
  },
  nameOf: ({ task }) => task.name,
  href: ({ id }) => `/tasks/${id}`,
};
