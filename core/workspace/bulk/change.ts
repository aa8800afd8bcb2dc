/** One change to many things. */
import type { Work } from '../../db/bulk/work.ts';
import { checkWorkspace } from '../../db/project-tasks.ts';
import { InvalidDataError, toErrorReport } from '../../errors.ts';
import type { Resource } from '../../query/list-query.ts';
import type { BulkChange, BulkOptions, BulkOutcome } from '../door/bulk.ts';
import type { House } from '../open-workspace.ts';
import { runWork } from './run.ts';
import { jobsWork, projectsWork, requestsWork, storagesWork, tasksWork } from './works.ts';

const works: Readonly<Record<Resource, (house: House, change: BulkChange) => Work | undefined>> = {
  projects: projectsWork,
  tasks: tasksWork,
  jobs: jobsWork,
  storages: storagesWork,
  requests: requestsWork,
};

const nouns: Readonly<Record<Resource, string>> = {
  projects: 'Project',
  tasks: 'Task',
  jobs: 'Job',
  storages: 'Storage',
  requests: 'Request',
};

export async function changeMany(
  house: House,
  resource: Resource,
  ids: readonly number[],
  change: BulkChange,
  options: BulkOptions = {},
): Promise<BulkOutcome> {
  const naming = (id: number): string => `${nouns[resource]} #${id}`;
  try {
    await check(house, change);
    const work = works[resource](house, change);
    if (work) return await runWork(work, [...new Set(ids)], house.ports.clock, naming, options);
    throw new InvalidDataError(`${nouns[resource]}s know no such change.`, { where: change.kind });
  } catch (cause) {
    const error = toErrorReport(cause);
    const failures = ids.map((id) => ({ id, name: naming(id), error }));
    return { changed: 0, unchanged: 0, failures, left: [], undo: undefined };
  }
}

/** Throws for a new value that nothing could take. */
async function check({ database, people }: House, change: BulkChange): Promise<void> {
  if (change.kind === 'workspace') await checkWorkspace(database, change.workspaceId);
  if (change.kind === 'assignee' && change.personId !== undefined && !(await people.get(change.personId)))
    throw new InvalidDataError('This person was removed.', { where: `person ${change.personId}` });
  if (change.kind === 'label-color' && !/^#[0-9a-f]{6}$/i.test(change.color))
    throw new InvalidDataError('A colour is # and six hexadecimal digits.', { where: change.color });
  if (change.kind === 'subset' && change.subset.length > 64)
    throw new InvalidDataError('A subset has 64 characters at the most.', { where: 'subset' });
}
