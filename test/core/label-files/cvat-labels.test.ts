import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCvatLabels } from '#core/label-files/cvat/read.ts';
import { withoutIds } from '#core/label-files/cvat/without-ids.ts';
import { printCvatLabels } from '#core/label-files/cvat/write.ts';
import type { Label } from '#core/model/label.ts';
import { labelLists } from './arbitraries.ts';

test('labels printed as JSON are read back the same, with ids or without', () => {
  fc.assert(
    fc.property(labelLists, (labels) => {
      expect(readCvatLabels(printCvatLabels(labels, false))).toEqual({ ok: true, labels });
      expect(readCvatLabels(printCvatLabels(labels, true), labels)).toEqual({ ok: true, labels });
      expect(readCvatLabels(withoutIds(printCvatLabels(labels, true)))).toEqual({ ok: true, labels });
    }),
  );
});

test('a list that says its ids keeps them in another order, and a new label gets one that was never used', () => {
  fc.assert(
    fc.property(labelLists, (labels) => {
      const raw: unknown[] = JSON.parse(printCvatLabels(labels, true));
      const fresh = { name: 'a name of more than twelve letters' };
      const read = readCvatLabels(JSON.stringify([fresh, ...raw.toReversed()]), labels);
      if (!read.ok) throw new Error(JSON.stringify(read.errors));
      expect(read.labels.slice(1)).toEqual(labels.toReversed());
      const known = labels.flatMap(({ id, skeleton }) => [
        id,
        ...(skeleton?.nodes ?? []).map((n) => n.labelId),
      ]);
      expect(known).not.toContain(read.labels[0]?.id);
    }),
  );
});

const car: Label = {
  id: 7,
  name: 'car',
  color: '#336699',
  type: 'rectangle',
  attributes: [
    { id: 3, name: 'make', inputType: 'select', mutable: false, values: ['a'], defaultValue: 'a' },
  ],
};

const idsOf = (text: string): unknown => {
  const read = readCvatLabels(text, [car]);
  return read.ok
    ? read.labels.map(({ id, attributes }) => [id, attributes.map((each) => each.id)])
    : read.errors;
};

test('ids are kept where they are known, taken by name where none is said, and new otherwise', () => {
  const make = { name: 'make', input_type: 'select', values: ['a'] };
  expect(idsOf(JSON.stringify([{ id: 7, name: 'auto', attributes: [{ ...make, id: 3 }] }]))).toEqual([
    [7, [3]],
  ]);
  expect(idsOf(JSON.stringify([{ name: 'car', attributes: [make] }]))).toEqual([[7, [3]]]);
  expect(idsOf(JSON.stringify([{ id: 99, name: 'car', attributes: [make] }]))).toEqual([[8, [4]]]);
  // A skeleton is another thing, whatever it is called.
  const svg = '<circle cx="1" cy="1" data-type="element node" data-node-id="1" data-label-name="n"/>';
  const skeleton = { id: 7, name: 'car', type: 'skeleton', sublabels: [{ name: 'n' }], svg };
  expect(idsOf(JSON.stringify([skeleton]))).toEqual([[8, []]]);
});

test('takes what older and hand-written specs say', () => {
  const read = readCvatLabels(
    '[{"name": "a", "type": "bbox", "color": "", "parent_id": null, "attributes": [' +
      '{"name": "n", "input_type": "number", "values": [1, 5, 1],},' +
      '{"name": "c", "input_type": "checkbox", "values": [true]},],}, {"name": "gone", "deleted": true},]',
  );
  expect(read.ok && read.labels).toMatchObject([
    {
      type: 'rectangle',
      color: '#2f80ff',
      attributes: [
        { values: ['1', '5', '1'], defaultValue: '1', mutable: false },
        { values: ['true'], defaultValue: 'true' },
      ],
    },
  ]);
});

const attribute = (fields: object): string =>
  JSON.stringify([
    { name: 'a', attributes: [{ name: 'x', input_type: 'select', values: ['p'], ...fields }] },
  ]);

test.each([
  ['', [{ line: 1, column: 1, what: 'Nothing is written yet' }]],
  [
    '[\n  {"name": "a"}\n  {"name": "b"}\n]',
    [{ line: 3, column: 3, what: 'This is not JSON: a comma or ] is expected' }],
  ],
  ['{"name": "a"}', [{ line: 1, column: 1, what: 'labels are a list: it begins with [' }]],
  [
    '[\n {"name": "]["},\n {"color": "red"}\n]',
    [
      { line: 3, column: 2, what: 'Label 2: name is missing' },
      { line: 3, column: 12, what: 'Label 2: a colour is written as #2f80ff' },
    ],
  ],
  ['[{"name": "a"},\n{"name": "a"}]', [{ line: 2, column: 1, what: 'Label 2: “a” is there twice' }]],
  [
    attribute({ default_value: 'q' }),
    [{ line: 1, column: 93, what: 'Label 1, attribute 1: default_value: One of the values.' }],
  ],
  [
    attribute({ values: [] }),
    [{ line: 1, column: 71, what: 'Label 1, attribute 1: values: At least one value.' }],
  ],
  [
    attribute({ input_type: 'number', values: ['5', '1', '1'] }),
    [{ line: 1, column: 71, what: 'Label 1, attribute 1: values: Three numbers: min; max; step.' }],
  ],
  [
    '[{"name": "s", "type": "skeleton", "svg": ""}]',
    [{ line: 1, column: 2, what: 'Label 1: a skeleton has sublabels, one for each node' }],
  ],
  [
    `[{"name": "s", "type": "skeleton", "sublabels": [{"name": "n"}],\n"svg": "<circle cx='1' cy='1' data-type='element node' data-node-id='1' data-label-name='m'/>"}]`,
    [{ line: 2, column: 8, what: 'Label 1: node 1 names no sublabel that is there' }],
  ],
])('raw labels %j say where they are wrong', (text, errors) => {
  expect(readCvatLabels(text)).toEqual({ ok: false, errors });
});
