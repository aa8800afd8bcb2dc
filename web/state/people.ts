/** The people of this device for forms and cells, and adding one where a name is asked for. */
import { toErrorReport } from '#core/errors.ts';
import type { PersonId } from '#core/model/ids.ts';
import type { Person } from '#core/model/person.ts';
import type { Workspace } from '#core/workspace/workspace.ts';
import { createLive } from './create-live.ts';
import { showToast } from './toasts.ts';
import { useWorkspace } from './workspace-context.ts';

/** By name; empty until they are read. */
export function createPeople(): () => readonly Person[] {
  const workspace = useWorkspace();
  const live = createLive(
    () => true,
    async () => workspace.people.list(),
  );
  return () => live.data() ?? [];
}

/** Gives the id of whom it made; undefined where it says why not. */
export async function addPerson(workspace: Workspace, name: string): Promise<PersonId | undefined> {
  try {
    return (await workspace.people.add(name)).id;
  } catch (error) {
    showToast({ tone: 'bad', title: `“${name}” was not added`, text: toErrorReport(error).message });
    return undefined;
  }
}
