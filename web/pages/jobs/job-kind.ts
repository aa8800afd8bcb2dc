/** Jobs as a list. */
import type { Job } from '#core/model/job.ts';
import type { Person } from '#core/model/person.ts';
import type { Project } from '#core/model/project.ts';
import type { Task } from '#core/model/task.ts';
import { type ListKind, otherPageSizes } from '#web/lists/list-kind.ts';

export interface JobListRow {
  readonly id: number;
  readonly job: Job;
  readonly task: Task | undefined;
  readonly project: Project | undefined;
  readonly assignee: Person | undefined;
}

export const jobKind: ListKind<JobListRow> = {
  resource: 'jobs',
  place: 'jobs',
  title: 'Jobs',
  one: 'job',
  many: 'jobs',
  over: 'Task, project, ID, person',
  pageSizes: otherPageSizes,
  view: 'cards',
  rowHeight: 44,
  async read(workspace, ids) {
    const jobs = await workspace.jobs.many(ids);
    const tasks = await workspace.tasks.many([...new Set(jobs.map(({ taskId }) => taskId))]);
    const projectIds = tasks.map(({ projectId }) => projectId).filter((id) => id !== undefined);
    const projects = await workspace.projects.many([...new Set(projectIds)]);
    const people = await workspace.people.list();
    return jobs.map((job) => {
      const task = tasks.find(({ id }) => id === job.taskId);
      return {
        id: job.id,
        job,
        task,
        project: projects.find(({ id }) => id === task?.projectId),
        assignee: people.find(({ id }) => id === job.assigneeId),
      };
    });
  },
  nameOf: ({ id }) => `Job ${id}`,
  href: ({ id }) => `/jobs/${id}`,
};
