/** A list of labels while it is written. No screen in here. */
import { attributeProblems } from '#core/model/attribute-rules.ts';
import { attributesOf, highestAttributeId, highestLabelId } from '#core/model/label-ids.ts';
import { nextColor } from '#core/model/label-palette.ts';
import type { Attribute, Label } from '#core/model/label.ts';

const longestName = 64;

/** Numbers of what was saved are never given to something else: its data hang on them. */
export function newLabelId(labels: readonly Label[], saved: readonly Label[]): number {
  return Math.max(highestLabelId(labels), highestLabelId(saved)) + 1;
}

export function newAttributeId(labels: readonly Label[], saved: readonly Label[]): number {
  return Math.max(highestAttributeId(labels), highestAttributeId(saved)) + 1;
}

/** Adds labels by their names, divided by commas or lines; names that are there already are left out. */
export function addLabels(labels: readonly Label[], text: string, saved: readonly Label[] = []): Label[] {
  const added = [...labels];
  for (const part of text.split(/[,\n]/)) {
    const name = part.trim().slice(0, longestName);
    if (name === '' || added.some((label) => label.name === name)) continue;
    const color = nextColor(added.map((label) => label.color));
    added.push({ id: newLabelId(added, saved), name, color, type: 'any', attributes: [] });
  }
  return added;
}

/** The label at one place at another. */
export function moveLabel(labels: readonly Label[], from: number, to: number): Label[] {
  const moved = labels[from];
  if (!moved || to < 0 || to >= labels.length) return [...labels];
  return labels.toSpliced(from, 1).toSpliced(to, 0, moved);
}

/** Why a name cannot stand beside the others; undefined where it can. */
export function labelNameError(name: string, others: readonly Label[]): string | undefined {
  const trimmed = name.trim();
  if (trimmed === '') return 'A label has a name.';
  if (trimmed.length > longestName) return `At most ${longestName} characters.`;
  return others.some((other) => other.name.trim() === trimmed) ? 'Another label has this name.' : undefined;
}

/** The first thing that is wrong with a list; undefined when nothing is. */
export function labelsError(labels: readonly Label[]): string | undefined {
  for (const label of labels) {
    const others = labels.filter((each) => each !== label);
    const nameError = labelNameError(label.name, others);
    if (nameError === 'Another label has this name.') return `Two labels are called “${label.name.trim()}”.`;
    if (nameError !== undefined) return nameError;
    const isBroken = attributesOf(label).some((each) => Object.keys(attributeProblems(each)).length > 0);
    if (isBroken || hasTwin(label.attributes)) return `An attribute of “${label.name}” is not finished.`;
    if (label.skeleton?.nodes.length === 0) return `The skeleton “${label.name}” has no points.`;
  }
  return undefined;
}

function hasTwin(attributes: readonly Attribute[]): boolean {
  return new Set(attributes.map(({ name }) => name.trim())).size < attributes.length;
}

/** As it is saved: without stray spaces around names. */
export function tidyLabels(labels: readonly Label[]): Label[] {
  return labels.map((label) => ({
    ...label,
    name: label.name.trim(),
    attributes: label.attributes.map((each) => ({ ...each, name: each.name.trim() })),
  }));
}

/** Something that was saved and is not in the list any more. */
export interface Removed {
  readonly label: Label;
  /** Undefined where the whole label is. */
  readonly attribute?: Attribute;
}

export function removedFrom(saved: readonly Label[], labels: readonly Label[]): Removed[] {
  return saved.flatMap((before): Removed[] => {
    const now = labels.find(({ id }) => id === before.id);
    if (!now) return [{ label: before }];
    const left = new Set(attributesOf(now).map(({ id }) => id));
    return attributesOf(before).flatMap((attribute) =>
      left.has(attribute.id) ? [] : [{ label: before, attribute }],
    );
  });
}

/** "label “car”", "attribute “colour” of “car”". */
export function removedWords({ label, attribute }: Removed): string {
  return attribute ? `attribute “${attribute.name}” of “${label.name}”` : `label “${label.name}”`;
}
