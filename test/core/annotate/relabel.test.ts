import { expect, test } from 'vitest';
import { isValidValue, relabel } from '#core/annotate/relabel.ts';
import type { Attribute, InputType, Label } from '#core/model/label.ts';
import { makeShape } from '#test/fakes/shapes.ts';

function attribute(id: number, name: string, inputType: InputType, values: string[]): Attribute {
  return { id, name, inputType, values, mutable: false, defaultValue: '' };
}

function label(id: number, attributes: Attribute[]): Label {
  return { id, name: `label ${id}`, color: '#000000', type: 'any', attributes };
}

test('keeps values of attributes that have the same name and still allow them; others get their default', () => {
  const from = label(1, [
    attribute(1, 'colour', 'select', ['red', 'blue']),
    attribute(2, 'code', 'text', []),
    attribute(3, 'age', 'number', ['0', '120', '1']),
  ]);
  const to = label(2, [
    attribute(7, 'colour', 'select', ['blue', 'green']),
    attribute(8, 'code', 'text', []),
    { ...attribute(9, 'age', 'number', ['0', '18', '1']), defaultValue: '5' },
  ]);
  const shape = makeShape(1, { attributes: { 1: 'blue', 2: 'x', 3: '64' } });
  expect(relabel(shape, from, to)).toEqual({ labelId: 2, attributes: { 7: 'blue', 8: 'x', 9: '5' } });
});

test.each([
  ['number', ['0', '10', '1'], '', false],
  ['number', ['0', '10', '1'], '10', true],
  ['number', ['0', '10', '1'], 'ten', false],
  ['checkbox', ['false'], 'yes', false],
] satisfies [InputType, string[], string, boolean][])('%s in %j: %j', (inputType, values, value, valid) => {
  expect(isValidValue(attribute(1, 'a', inputType, values), value)).toBe(valid);
});
