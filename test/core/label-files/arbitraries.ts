/** Lists of labels that stand, with everything that one can say of them. */
import * as fc from 'fast-check';
import { undefinedValue } from '#core/model/attribute-rules.ts';
import { type Attribute, type Label, labelTypes, type Skeleton } from '#core/model/label.ts';

const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((text) => text.trim())
  .filter((text) => text !== '' && text.length <= 64);
const color = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

type RawAttribute = Omit<Attribute, 'id'>;

const chosen: fc.Arbitrary<RawAttribute> = fc
  .record({
    name,
    inputType: fc.constantFrom('select' as const, 'radio' as const),
    mutable: fc.boolean(),
    values: fc.uniqueArray(fc.oneof(name, fc.constant(undefinedValue)), { minLength: 1, maxLength: 4 }),
  })
  .chain((raw) => fc.constantFrom(...raw.values).map((defaultValue) => ({ ...raw, defaultValue })));
const checked: fc.Arbitrary<RawAttribute> = fc
  .record({ name, mutable: fc.boolean(), value: fc.constantFrom('true', 'false') })
  .map(({ value, ...raw }) => ({ ...raw, inputType: 'checkbox', values: [value], defaultValue: value }));
const numbered: fc.Arbitrary<RawAttribute> = fc
  .record({
    name,
    mutable: fc.boolean(),
    min: fc.integer({ min: -50, max: 50 }),
    range: fc.integer({ min: 1, max: 50 }),
  })
  .map(({ min, range, ...raw }) => ({
    ...raw,
    inputType: 'number',
    values: [String(min), String(min + range), '1'],
    defaultValue: String(min),
  }));
const typed: fc.Arbitrary<RawAttribute> = name.chain((value) =>
  fc.record({ name, mutable: fc.boolean() }).map((raw) => ({
    ...raw,
    inputType: 'text' as const,
    values: [value],
    defaultValue: value,
  })),
);
const attributes = fc.uniqueArray(fc.oneof(chosen, checked, numbered, typed), {
  maxLength: 3,
  selector: (one) => one.name,
});

const place = fc.integer({ min: 0, max: 10_000 }).map((number) => number / 100);

interface RawNode {
  readonly x: number;
  readonly y: number;
  readonly name: string;
  readonly color: string;
  readonly attributes: readonly RawAttribute[];
}

const drawing = fc
  .uniqueArray(fc.record({ x: place, y: place, name, color, attributes }), {
    minLength: 1,
    maxLength: 5,
    selector: (node) => node.name,
  })
  .chain((nodes) =>
    fc
      .uniqueArray(
        fc.tuple(fc.integer({ min: 1, max: nodes.length }), fc.integer({ min: 1, max: nodes.length })),
        { maxLength: 6, selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}` },
      )
      .map((edges) => ({ nodes, edges: edges.filter(([a, b]) => a !== b) })),
  );

/** Ids from 1 in the order of the list: a label's, then those of its nodes. */
export const labelLists: fc.Arbitrary<Label[]> = fc
  .uniqueArray(fc.record({ name, color, type: fc.constantFrom(...labelTypes), attributes, drawing }), {
    maxLength: 4,
    selector: (label) => label.name,
  })
  .map((raws) => {
    let labelId = 0;
    let attributeId = 0;
    const own = (raw: readonly RawAttribute[]): Attribute[] =>
      raw.map((one) => {
        attributeId += 1;
        return { ...one, id: attributeId };
      });
    return raws.map((raw): Label => {
      labelId += 1;
      const label = {
        id: labelId,
        name: raw.name,
        color: raw.color,
        type: raw.type,
        attributes: own(raw.attributes),
      };
      if (raw.type !== 'skeleton') return label;
      const nodes = raw.drawing.nodes.map((node: RawNode, index) => {
        labelId += 1;
        return { ...node, id: index + 1, labelId, attributes: own(node.attributes) };
      });
      return { ...label, skeleton: { nodes, edges: raw.drawing.edges } };
    });
  });

export const skeletons: fc.Arbitrary<Skeleton> = labelLists
  .map((labels) => labels.flatMap(({ skeleton }) => skeleton ?? [])[0])
  .filter((skeleton): skeleton is Skeleton => skeleton !== undefined);
