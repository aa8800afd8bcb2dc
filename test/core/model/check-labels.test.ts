import { expect, test } from 'vitest';
import { checkLabels } from '#core/model/check-labels.ts';
import type { Attribute, Label, SkeletonNode } from '#core/model/label.ts';
import { label } from '#test/fakes/open-rooms.ts';

function attribute(fields: Partial<Attribute>): Attribute {
  return {
    id: 1,
    name: 'make',
    inputType: 'select',
    mutable: false,
    values: ['a'],
    defaultValue: 'a',
    ...fields,
  };
}

function node(id: number, fields: Partial<SkeletonNode> = {}): SkeletonNode {
  return { id, x: 1, y: 1, labelId: 10 + id, name: `${id}`, color: '#000000', attributes: [], ...fields };
}

const skeleton = (nodes: SkeletonNode[], edges: [number, number][] = []): Label =>
  label(1, 'person', { type: 'skeleton', skeleton: { nodes, edges } });
const withAttributes = (...attributes: Attribute[]): Label[] => [label(1, 'car', { attributes })];

test.each<[string, Label[]]>([
  ['no label', []],
  ['a long name', [label(1, 'x'.repeat(64))]],
  [
    'a select that says nothing yet',
    withAttributes(attribute({ values: ['__undefined__', 'a'], defaultValue: '__undefined__' })),
  ],
  [
    'a number',
    withAttributes(attribute({ inputType: 'number', values: ['-1', '1', '0.5'], defaultValue: '0' })),
  ],
  ['a skeleton', [skeleton([node(1), node(2)], [[1, 2]])]],
])('%s can stand', (_, labels) => {
  expect(() => checkLabels(labels)).not.toThrow();
});

test.each<[string, Label[], string]>([
  ['no name', [label(1, ' ')], 'A label has a name.'],
  ['a name too long', [label(1, 'x'.repeat(65))], 'A name has 64 characters at the most.'],
  ['a name twice', [label(1, 'a'), label(2, 'a')], 'There are two called “a”.'],
  ['a number twice', [label(1, 'a'), label(1, 'b')], 'Two of them have the same number.'],
  [
    'a node with a label’s number',
    [label(11, 'a'), skeleton([node(1)])],
    'Two of them have the same number.',
  ],
  ['no colour', [label(1, 'a', { color: 'red' })], 'A colour is # and six hexadecimal digits.'],
  [
    'two attributes with a name',
    withAttributes(attribute({}), attribute({ id: 2 })),
    'There are two called “make”.',
  ],
  ['a value twice', withAttributes(attribute({ values: ['a', 'a'] })), 'A value is there twice.'],
  ['no values', withAttributes(attribute({ values: [] })), 'At least one value.'],
  ['a default that is no value', withAttributes(attribute({ defaultValue: 'b' })), 'One of the values.'],
  [
    'a checkbox of neither',
    withAttributes(attribute({ inputType: 'checkbox', defaultValue: 'yes' })),
    'One of the values.',
  ],
  [
    'min over max',
    withAttributes(attribute({ inputType: 'number', values: ['2', '1', '1'], defaultValue: '1' })),
    'Three numbers: min; max; step.',
  ],
  ['a skeleton without nodes', [skeleton([])], 'A skeleton has at least one node.'],
  [
    'nodes without a skeleton',
    [{ ...skeleton([node(1)]), type: 'any' }],
    'A skeleton, and nothing else, has nodes.',
  ],
  ['an edge to nowhere', [skeleton([node(1)], [[1, 2]])], 'Edge 1 to 2 joins no two nodes.'],
])('%s cannot', (_, labels, message) => {
  expect(() => checkLabels(labels)).toThrow(message);
});

test('nothing becomes a skeleton, and a skeleton nothing else', () => {
  expect(() => checkLabels([skeleton([node(1)])], [label(1, 'person')])).toThrow('A skeleton stays one');
  expect(() => checkLabels([label(1, 'person')], [skeleton([node(1)])])).toThrow('A skeleton stays one');
});
