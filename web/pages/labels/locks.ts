/** What of a list cannot change any more, as data hang on it. */
import { createSignal } from 'solid-js';
import { toErrorReport } from '#core/errors.ts';
import { attributesOf } from '#core/model/label-ids.ts';
import type { Label } from '#core/model/label.ts';
import type { LabelOwner } from '#core/workspace/door/labels.ts';
import type { Workspace } from '#core/workspace/workspace.ts';

export interface Locks {
  /** The list as it was saved; empty for one that never was. */
  readonly saved: readonly Label[];
  /** True for an attribute that objects have a value of, and while that is not known. */
  attribute(labelId: number, attributeId: number): boolean;
}

export const noLocks: Locks = { saved: [], attribute: () => false };

/** Looks for what hangs on each attribute that was saved. */
export function createLocks(workspace: Workspace, owner: LabelOwner, saved: readonly Label[]): Locks {
  const [free, setFree] = createSignal<ReadonlySet<number>>(new Set());
  const known = new Set(saved.flatMap((label) => attributesOf(label).map(({ id }) => id)));

  async function look(): Promise<void> {
    for (const label of saved) {
      for (const { id } of label.attributes) {
        const { objects } = await workspace.labels.uses(owner, label.id, id);
        if (objects === 0) setFree(new Set([...free(), id]));
      }
    }
  }
  // What cannot be looked for stays locked: the form says why a part is.
  look().catch((error: unknown) => toErrorReport(error));
  return { saved, attribute: (_labelId, id) => known.has(id) && !free().has(id) };
}
