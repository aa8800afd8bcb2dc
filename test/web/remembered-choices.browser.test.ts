import { expect, test } from 'vitest';
import { rememberChoices, rememberedChoices } from '#web/pages/storages/remembered-choices.ts';

const region = {
  key: `region-${crypto.randomUUID()}`,
  label: 'Region',
  kind: 'suggest',
  choices: [{ value: 'us-east-1', hint: '' }],
} as const;

test('a region of one’s own is offered the next time, the last one first, and known ones are not kept', () => {
  for (const value of ['mars-1', 'us-east-1', 'mars-2', 'mars-1', ''])
    rememberChoices([region], { [region.key]: value });
  expect(rememberedChoices(region).map(({ value }) => value)).toEqual(['mars-1', 'mars-2']);
});
