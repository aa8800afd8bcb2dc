/** Projects as a list. */
import type { Person } from '#core/model/person.ts';
import type { Project } from '#core/model/project.ts';
import { type ListKind, otherPageSizes } from '#web/lists/list-kind.ts';

export interface ProjectListRow {
  readonly id: number;
  readonly project: Project;
  readonly owner: Person | undefined;
  readonly assignee: Person | undefined;
}

export const projectKind: ListKind<ProjectListRow> = {
  resource: 'projects',
  place: 'projects',
  title: 'Projects',
  one: 'project',
  many: 'projects',
  over: 'Name, ID, label, person',
  pageSizes: otherPageSizes,
  view: 'cards',
  rowHeight: 44,
  async read(workspace, ids) {
    const projects = await workspace.projects.many(ids);
    const people = await workspace.people.list();
    return projects.map((project) => ({
      id: project.id,
      project,
      owner: people.find(({ id }) => id === project.ownerId),
      assignee: people.find(({ id }) => id === project.assigneeId),
    }));
  },
  nameOf: ({ project }) => project.name,
  href: ({ id }) => `/projects/${id}`,
};
