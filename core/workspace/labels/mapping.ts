/** How a task's labels go into a project's. */
import { InvalidDataError } from '../../errors.ts';
import type { Attribute, Label } from '../../model/label.ts';
import { highestAttributeId, highestLabelId } from '../../model/label-ids.ts';
import type { Shape } from '../../model/shape.ts';
import type { LabelFate, LabelMapping } from '../door/labels.ts';

/** A label goes to its namesake where what is drawn with the one may be drawn with the other. */
function proposeFate(label: Label, project: readonly Label[]): LabelFate {
  const same = project.find(({ name }) => name === label.name);
  return same && fits(label, same) ? { kind: 'match', labelId: same.id } : { kind: 'create' };
}

function fits(a: Label, b: Label): boolean {
  if (a.type === 'skeleton' || b.type === 'skeleton') return a.type === b.type;
  return a.type === b.type || a.type === 'any' || b.type === 'any';
}

export function proposeMapping(task: readonly Label[], project: readonly Label[]): LabelMapping {
  const fates = task.map((label) => [label.name, proposeFate(label, project)] as const);
  return { fates: Object.fromEntries(fates), clearAttributes: false };
}

export interface Mapped {
  /** Labels that the project lacks. */
  readonly made: readonly Label[];
  rewrite(shape: Shape): Shape | undefined;
}

/** Throws where a label is to go to one that the project does not have. */
export function mapLabels(
  task: readonly Label[],
  project: readonly Label[],
  { fates, clearAttributes }: LabelMapping,
): Mapped {
  const made: Label[] = [];
  const labelIds = new Map<number, number>();
  const attributeIds = new Map<number, number>();
  for (const label of task) {
    const to = target(label, Object.hasOwn(fates, label.name) ? fates[label.name] : undefined);
    if (!to) continue;
    labelIds.set(label.id, to.id);
    matchAttributes(label.attributes, to.attributes);
    for (const node of label.skeleton?.nodes ?? []) {
      const same = to.skeleton?.nodes.find(({ name }) => name === node.name);
      if (!same) continue;
      labelIds.set(node.labelId, same.labelId);
      matchAttributes(node.attributes, same.attributes);
    }
  }

  function target(label: Label, wanted: LabelFate | undefined): Label | undefined {
    const fate = wanted ?? proposeFate(label, project);
    if (fate.kind === 'drop') return undefined;
    if (fate.kind === 'create') {
      const all = [...project, ...made];
      const copy = copyOf(label, all);
      made.push(copy);
      return copy;
    }
    const to = project.find(({ id }) => id === fate.labelId);
    if (to && (to.type === 'skeleton') === (label.type === 'skeleton')) return to;
    throw new InvalidDataError(
      to
        ? `“${label.name}” cannot become “${to.name}”: one is a skeleton.`
        : 'The project has no such label.',
      { where: `label “${label.name}”`, remedy: { text: 'Choose another one for it.' } },
    );
  }

  function matchAttributes(from: readonly Attribute[], to: readonly Attribute[]): void {
    for (const attribute of from) {
      const same = to.find((each) => isSame(each, attribute));
      if (same) attributeIds.set(attribute.id, same.id);
    }
  }

  return {
    made,
    rewrite(shape) {
      const labelId = labelIds.get(shape.labelId);
      if (labelId === undefined) return undefined;
      const attributes: Record<number, string> = {};
      for (const [id, value] of clearAttributes ? [] : Object.entries(shape.attributes)) {
        const to = attributeIds.get(Number(id));
        if (to !== undefined) attributes[to] = value;
      }
      return { ...shape, labelId, attributes };
    },
  };
}

function isSame(a: Attribute, b: Attribute): boolean {
  return (
    a.name === b.name &&
    a.inputType === b.inputType &&
    a.values.length === b.values.length &&
    a.values.every((value, index) => value === b.values[index])
  );
}

/** With ids and a name that none of `others` has. */
function copyOf(label: Label, others: readonly Label[]): Label {
  let labelId = highestLabelId(others);
  let attributeId = highestAttributeId(others);
  const renumber = (attributes: readonly Attribute[]): Attribute[] =>
    attributes.map((attribute) => ({ ...attribute, id: ++attributeId }));
  const taken = new Set(others.map(({ name }) => name));
  let { name } = label;
  for (let next = 2; taken.has(name); next++) name = `${label.name.slice(0, 60)} ${next}`;
  const copy = { ...label, name, id: ++labelId, attributes: renumber(label.attributes) };
  if (!label.skeleton) return copy;
  const nodes = label.skeleton.nodes.map((node) => ({
    ...node,
    labelId: ++labelId,
    attributes: renumber(node.attributes),
  }));
  return { ...copy, skeleton: { ...label.skeleton, nodes } };
}
