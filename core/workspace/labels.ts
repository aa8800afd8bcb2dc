/** Labels that have data. */
import type { LabelUses } from './door/labels.ts';
import type { House } from './open-workspace.ts';

const load = async () => import('./labels/change-labels.ts');

export function labelUses(house: House): LabelUses {
  return {
    uses: async (...asked) => (await import('./labels/label-use.ts')).labelUse(house, ...asked),
    save: async (owner, labels) => (await load()).saveOwnLabels(house, owner, labels),
    proposeMapping: async (...asked) => (await load()).proposeMappingOf(house, ...asked),
    moveTask: async (...asked) => (await load()).moveTask(house, ...asked),
  };
}
