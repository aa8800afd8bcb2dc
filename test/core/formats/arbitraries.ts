/** Labels and frames with anything in them that the editor could make. */
import * as fc from 'fast-check';
import type { FrameRecord } from '#core/formats/format.ts';
import type { Attribute, Label } from '#core/model/label.ts';
import type { Shape } from '#core/model/shape.ts';

export const car: Label = {
  id: 5,
  name: 'car',
  color: '#336699',
  type: 'rectangle',
  attributes: [
    { id: 1, name: 'parked', inputType: 'checkbox', mutable: true, values: [], defaultValue: 'false' },
    {
      id: 2,
      name: 'colour',
      inputType: 'select',
      mutable: false,
      values: ['red', 'blue'],
      defaultValue: 'red',
    },
  ],
};

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });

const attribute: fc.Arbitrary<Omit<Attribute, 'id'>> = fc.oneof(
  fc.record({
    name: fc.oneof(name, fc.constantFrom('occluded', '__proto__', 'rotation')),
    inputType: fc.constantFrom('select' as const, 'radio' as const),
    mutable: fc.boolean(),
    values: fc.uniqueArray(fc.oneof(name, fc.constantFrom('1', 'true', '1.50')), {
      minLength: 1,
      maxLength: 4,
    }),
    defaultValue: fc.constant(''),
  }),
  fc.record({
    name,
    inputType: fc.constantFrom('text' as const, 'number' as const, 'checkbox' as const),
    mutable: fc.boolean(),
    values: fc.constant([]),
    defaultValue: fc.constant(''),
  }),
);

export const labels: fc.Arbitrary<Label[]> = fc
  .uniqueArray(
    fc.record({
      name: fc.oneof(name, fc.constant('__proto__')),
      attributes: fc.uniqueArray(attribute, { maxLength: 3, selector: (one) => one.name }),
    }),
    { minLength: 1, maxLength: 4, selector: (label) => label.name },
  )
  .map((raw) =>
    raw.map((label, index) => ({
      name: label.name,
      id: index * 7 + 3,
      color: '#336699',
      type: 'rectangle' as const,
      attributes: label.attributes.map((one, nth) => Object.assign({ id: index * 100 + nth }, one)),
    })),
  );

const numberText = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom('5.0', '007', '1e3'),
);

function valueOf({ inputType, values }: Attribute): fc.Arbitrary<string> {
  if (inputType === 'select' || inputType === 'radio') return fc.constantFrom(...values);
  if (inputType === 'checkbox') return fc.constantFrom('true', 'false');
  return inputType === 'number' ? numberText : fc.string({ unit: 'grapheme' });
}

function side(length: number): fc.Arbitrary<[number, number]> {
  const place = fc.oneof(
    fc.integer({ min: 0, max: length }),
    fc.double({ min: 0, max: length, noNaN: true }),
    fc.integer({ min: 0, max: length * 10 }).map((tenths) => tenths / 10),
  );
  return fc
    .tuple(place, place)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => (a < b ? [a, b] : [b, a]));
}

function shape(label: Label, width: number, height: number): fc.Arbitrary<Omit<Shape, 'id'>> {
  const values = fc.tuple(...label.attributes.map((one) => fc.option(valueOf(one), { nil: undefined })));
  return fc
    .record({
      x: side(width),
      y: side(height),
      occluded: fc.boolean(),
      zOrder: fc.integer({ min: -2, max: 2 }),
      values,
    })
    .map(({ x, y, occluded, zOrder, values }) => ({
      kind: 'rectangle' as const,
      labelId: label.id,
      points: [x[0], y[0], x[1], y[1]] as const,
      occluded,
      locked: false,
      hidden: false,
      zOrder,
      source: 'manual' as const,
      attributes: Object.fromEntries(
        label.attributes.flatMap(({ id }, index) =>
          values[index] === undefined ? [] : [[id, values[index]]],
        ),
      ),
      updatedAt: 0,
    }));
}

/** Frames of one task with shapes of its labels. */
export function frames(known: readonly Label[]): fc.Arbitrary<FrameRecord[]> {
  const key = fc.oneof(
    name,
    fc.constantFrom('a/1.jpg', 'b/1.jpg', '1.jpg', 'a/1.png', 'a+b %#?.jpg', '/x.jpg', '\\1.jpg'),
  );
  const size = fc.option(
    fc.record({ width: fc.integer({ min: 1, max: 6000 }), height: fc.integer({ min: 1, max: 6000 }) }),
    { nil: undefined },
  );
  const frame = fc.record({ key, size }).chain(({ key, size }) =>
    fc
      .array(
        fc.constantFrom(...known).chain((label) => shape(label, size?.width ?? 5000, size?.height ?? 5000)),
        { maxLength: 6 },
      )
      .map((list) => {
        const shapes = list.map((one, index) => Object.assign({ id: index + 1 }, one));
        return Object.assign({ key, shapes }, size);
      }),
  );
  return fc
    .uniqueArray(frame, { maxLength: 6, selector: (one) => one.key })
    .map((list) => list.map((one, index) => Object.assign({ frame: index }, one)));
}
