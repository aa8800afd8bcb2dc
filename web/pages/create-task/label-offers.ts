/** Lists of labels that a new one can begin with. */
import type { Label } from '#core/model/label.ts';
import type { LabelOffer } from '#web/pages/labels/labels-editor.tsx';

const most = 3;
/** Older tasks have nothing to offer. */
export const looked = 50;

/** Of projects and tasks in their order, each list once. */
export function labelOffers(
  owners: readonly { readonly name: string; readonly labels: readonly Label[] }[],
): LabelOffer[] {
  const seen = new Set<string>();
  const offers: LabelOffer[] = [];
  for (const { name, labels } of owners) {
    const names = JSON.stringify(labels.map((label) => label.name));
    if (labels.length === 0 || seen.has(names)) continue;
    seen.add(names);
    offers.push({ from: `“${name}”`, labels });
    if (offers.length === most) break;
  }
  return offers;
}
