/** What there is to find in the sample, in the colours that labels get by default. */
import type { Label } from '../../model/label.ts';

export const sampleLabels: readonly Label[] = [
  {
    id: 1,
    name: 'person',
    color: '#2f80ff',
    type: 'rectangle',
    attributes: [
      {
        id: 1,
        name: 'vest',
        inputType: 'select',
        mutable: false,
        values: ['orange', 'lime', 'none'],
        defaultValue: 'orange',
      },
      {
        id: 2,
        name: 'helmet',
        inputType: 'checkbox',
        mutable: true,
        values: ['false'],
        defaultValue: 'true',
      },
    ],
  },
  {
    id: 2,
    name: 'forklift',
    color: '#ff9e1b',
    type: 'rectangle',
    attributes: [
      {
        id: 3,
        name: 'carries',
        inputType: 'radio',
        mutable: true,
        values: ['nothing', 'a load'],
        defaultValue: 'nothing',
      },
    ],
  },
  {
    id: 3,
    name: 'pallet load',
    color: '#64fcd7',
    type: 'rectangle',
    attributes: [
      {
        id: 4,
        name: 'kind',
        inputType: 'radio',
        mutable: false,
        values: ['cartons', 'wrapped', 'crates'],
        defaultValue: 'cartons',
      },
      { id: 5, name: 'code', inputType: 'text', mutable: false, values: [], defaultValue: '' },
    ],
  },
  { id: 4, name: 'cone', color: '#dca2ff', type: 'rectangle', attributes: [] },
];
