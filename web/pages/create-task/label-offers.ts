/** Lists of labels that a new one can begin with. */
import type { Task } from '#core/model/task.ts';
import type { LabelOffer } from '#web/pages/labels/labels-editor.tsx';

const most = 3;

/** Of the newest tasks, each list once. */
export function labelOffers(tasks: readonly Task[]): LabelOffer[] {
  const seen = new Set<string>();
  const offers: LabelOffer[] = [];
  for (const { name, labels } of tasks) {
    const names = JSON.stringify(labels.map((label) => label.name));
    if (labels.length === 0 || seen.has(names)) continue;
    seen.add(names);
    offers.push({ from: `“${name}”`, labels });
    if (offers.length === most) break;
  }
  return offers;
}
