/** Labels of ours from those that were read, with ids that nothing else in the list has. */
import type { Attribute, Label, SkeletonNode } from '../../model/label.ts';
import { highestAttributeId, highestLabelId } from '../../model/label-ids.ts';
import { nextColor } from '../../model/label-palette.ts';
import type { DrawnSkeleton } from '../skeleton-svg/parse.ts';
import { defaultOf, type RawAttribute, type RawLabel, sublabelOf } from './schema.ts';

interface Known {
  readonly id: number;
  readonly name: string;
}

/** Gives out ids: those of `known` again, and new ones behind all of them. */
class Ids {
  #labelId: number;
  #attributeId: number;

  constructor(known: readonly Label[]) {
    this.#labelId = highestLabelId(known);
    this.#attributeId = highestAttributeId(known);
  }

  label(): number {
    this.#labelId += 1;
    return this.#labelId;
  }

  attribute(): number {
    this.#attributeId += 1;
    return this.#attributeId;
  }
}

/** `drawings` has one for each that is a skeleton. Those marked as deleted are left out. */
export function buildLabels(
  raws: readonly RawLabel[],
  drawings: readonly (DrawnSkeleton | undefined)[],
  known: readonly Label[],
): Label[] {
  const ids = new Ids(known);
  const kept = raws.flatMap((raw, index) => (raw.deleted ? [] : [{ raw, drawing: drawings[index] }]));
  const used = kept.flatMap(({ raw }) => [raw, ...raw.sublabels].flatMap(({ color }) => color || []));
  const colorOf = (color: string | undefined): string => {
    const chosen = color || nextColor(used);
    if (!color) used.push(chosen);
    return chosen;
  };
  const matches = match(
    kept.map(({ raw }) => raw),
    known,
    // A skeleton stays one, and nothing becomes one: what was drawn has no nodes, or nothing but nodes.
    (raw, label) => (raw.type === 'skeleton') === (label.type === 'skeleton'),
  );
  return kept.map(({ raw, drawing }, index) => {
    const before = matches[index];
    const label: Label = {
      id: before?.id ?? ids.label(),
      name: raw.name,
      color: colorOf(raw.color ?? before?.color),
      type: raw.type,
      attributes: buildAttributes(raw.attributes, before?.attributes ?? [], ids),
    };
    if (!drawing) return label;
    const nodes = buildNodes(raw, drawing, before?.skeleton?.nodes ?? [], ids, colorOf);
    return { ...label, skeleton: { nodes, edges: drawing.edges } };
  });
}

function buildAttributes(raws: readonly RawAttribute[], known: readonly Attribute[], ids: Ids): Attribute[] {
  const matches = match(raws, known, (raw, attribute) => raw.input_type === attribute.inputType);
  return raws.map((raw, index) => ({
    id: matches[index]?.id ?? ids.attribute(),
    name: raw.name,
    inputType: raw.input_type,
    mutable: raw.mutable,
    values: raw.values,
    defaultValue: defaultOf(raw),
  }));
}

function buildNodes(
  raw: RawLabel,
  drawing: DrawnSkeleton,
  known: readonly SkeletonNode[],
  ids: Ids,
  colorOf: (color: string | undefined) => string,
): SkeletonNode[] {
  const knownSublabels = known.map((node) => ({ ...node, id: node.labelId }));
  const matches = match(raw.sublabels, knownSublabels, () => true);
  return drawing.nodes.flatMap((node) => {
    const sublabel = sublabelOf(raw, node);
    if (!sublabel) return [];
    const before = matches[raw.sublabels.indexOf(sublabel)];
    return {
      id: node.id,
      x: node.x,
      y: node.y,
      labelId: before?.id ?? ids.label(),
      name: sublabel.name,
      color: colorOf(sublabel.color ?? before?.color),
      attributes: buildAttributes(sublabel.attributes, before?.attributes ?? [], ids),
    };
  });
}

/** For each raw thing the known one that it is: by its id, else by name where it says no id. Each is given once. */
function match<Raw extends { readonly id?: number | undefined; readonly name: string }, One extends Known>(
  raws: readonly Raw[],
  known: readonly One[],
  fits: (raw: Raw, one: One) => boolean,
): (One | undefined)[] {
  const byId = raws.map((raw) => known.find((one) => raw.id === one.id && fits(raw, one)));
  const taken = new Set(byId);
  return raws.map((raw, index) => {
    if (byId[index] || raw.id !== undefined) return byId[index];
    const found = known.find((one) => !taken.has(one) && one.name === raw.name && fits(raw, one));
    taken.add(found);
    return found;
  });
}
