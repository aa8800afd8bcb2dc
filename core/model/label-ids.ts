/** Ids in a list of labels: sublabels have theirs from the labels' numbers, attributes one row of numbers together. */
import type { Attribute, Label } from './label.ts';

/** 0 where there is none. */
export function highestLabelId(labels: readonly Label[]): number {
  let highest = 0;
  for (const { id, skeleton } of labels) {
    highest = Math.max(highest, id, ...(skeleton?.nodes ?? []).map(({ labelId }) => labelId));
  }
  return highest;
}

/** 0 where there is none. */
export function highestAttributeId(labels: readonly Label[]): number {
  return labels.reduce((highest, label) => Math.max(highest, ...attributesOf(label).map(({ id }) => id)), 0);
}

/** Its own, and those of its nodes. */
export function attributesOf({ attributes, skeleton }: Label): Attribute[] {
  return [...attributes, ...(skeleton?.nodes ?? []).flatMap((node) => node.attributes)];
}
