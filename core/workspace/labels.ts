/** Labels that have data. */
import type { LabelUses } from './door/labels.ts';
import { notYet } from './not-yet.ts';
import type { House } from './open-workspace.ts';

export function labelUses(_house: House): LabelUses {
  return {
    uses: async () => notYet('labels.uses'),
    save: async () => notYet('labels.save'),
    proposeMapping: async () => notYet('labels.proposeMapping'),
    moveTask: async () => notYet('labels.moveTask'),
  };
}
