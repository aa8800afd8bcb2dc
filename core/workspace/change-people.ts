/** Adding, renaming and removing people and workspaces. */
import { removePerson as removeFromAll } from '../db/remove-person.ts';
import { InvalidDataError } from '../errors.ts';
import type { PersonId, WorkspaceId } from '../model/ids.ts';
import { contrastUnderWhite, leastContrast, type Person, personColors } from '../model/person.ts';
import { personalWorkspace } from '../model/workspace.ts';
import { plural } from '../util/numbers.ts';
import type { House } from './open-workspace.ts';
import { openWorkspaceId } from './place.ts';

interface Named {
  readonly id: number;
  readonly name: string;
}

/** The name as it is kept. Throws for none, a long one, or one that another has in whatever case. */
function checkedName(name: string, others: readonly Named[], what: string, own?: number): string {
  const kept = name.trim().replace(/\s+/g, ' ');
  if (kept === '') throw new InvalidDataError(`A ${what} has a name.`, { where: 'name' });
  if (kept.length > 64)
    throw new InvalidDataError('A name has 64 characters at the most.', { where: 'name' });
  const alike = fold(kept);
  const taken = others.find((each) => each.id !== own && fold(each.name) === alike);
  if (!taken) return kept;
  throw new InvalidDataError(`There is a ${what} “${taken.name}” already.`, {
    where: 'name',
    remedy: { text: 'Choose another name: capitals do not tell two apart.' },
  });
}

function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

export async function addPerson({ people, ports }: House, name: string): Promise<Person> {
  const others = await people.list();
  const person = {
    uid: ports.random.uuid(),
    name: checkedName(name, others, 'person'),
    color: leastUsed(others.map(({ color }) => color)),
  };
  return { ...person, id: await people.add(person) };
}

function leastUsed(used: readonly string[]): string {
  const times = (color: string): number => used.filter((each) => each === color).length;
  return personColors.toSorted((a, b) => times(a) - times(b))[0] ?? '#3463a6';
}

export async function updatePerson(
  { people }: House,
  id: PersonId,
  change: { readonly name?: string; readonly color?: string },
): Promise<void> {
  const { color } = change;
  if (color !== undefined && !(contrastUnderWhite(color) >= leastContrast)) {
    throw new InvalidDataError('White initials could not be read on this colour.', {
      where: 'color',
      remedy: { text: 'Choose a darker one.' },
    });
  }
  const name =
    change.name === undefined ? {} : { name: checkedName(change.name, await people.list(), 'person', id) };
  await people.update(id, { ...(color === undefined ? {} : { color }), ...name });
}

export async function removePerson({ database, settings }: House, id: PersonId): Promise<void> {
  if (id === (await settings.id('me'))) {
    throw new InvalidDataError('This is the person at this device.', {
      where: 'people',
      remedy: { text: 'Rename it instead.' },
    });
  }
  await removeFromAll(database, id);
}

export async function addWorkspace({ workspaces, ports }: House, name: string): Promise<WorkspaceId> {
  const kept = checkedName(name, await workspaces.list(), 'workspace');
  return workspaces.add({ uid: ports.random.uuid(), name: kept });
}

export async function renameWorkspace({ workspaces }: House, id: WorkspaceId, name: string): Promise<void> {
  await workspaces.rename(id, checkedName(name, await workspaces.list(), 'workspace', id));
}

export async function removeWorkspace(house: House, id: WorkspaceId): Promise<void> {
  if (id === personalWorkspace)
    throw new InvalidDataError('The personal workspace stays.', { where: 'workspace' });
  const { projects, tasks } = await house.workspaces.removeEmpty(id);
  if (projects + tasks > 0) {
    throw new InvalidDataError(
      `It holds ${plural(projects, 'project')} and ${plural(tasks, 'task')}, the bin counted.`,
      {
        where: 'workspace',
        remedy: { text: 'Move them to another workspace, or delete them also from the bin.' },
      },
    );
  }
  if ((await openWorkspaceId(house)) === id) await house.settings.keep('workspace', personalWorkspace);
}

/** Throws for one that is gone. */
export async function openOther(house: House, id: WorkspaceId): Promise<void> {
  if (id !== personalWorkspace && !(await house.workspaces.get(id))) {
    throw new InvalidDataError('This workspace was removed.', { where: 'workspace' });
  }
  await house.settings.keep('workspace', id);
}
