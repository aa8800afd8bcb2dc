import { expect, test } from 'vitest';
import { wholeSource } from '#core/model/source.ts';
import { checkTask } from '#core/workspace/check-task.ts';
import type { CreateTaskInput } from '#core/workspace/workspace.ts';

const input: CreateTaskInput = { name: 'Dock', labels: [], sources: [wholeSource(1)], targets: [] };

test.each<Partial<CreateTaskInput>>([
  {},
  { segmentSize: 10, overlap: 9, replicas: 2, bugTracker: 'https://bugs.example/7' },
  { range: { start: 3, stop: 3, step: 1 }, groundTruth: { frames: 1, seed: 0 } },
  { replicas: 10, jobFiles: [['a'], ['b']] },
])('%j can be made', (fields) => {
  expect(() => checkTask({ ...input, ...fields })).not.toThrow();
});

test.each<[string, Partial<CreateTaskInput>]>([
  ['name', { name: 'x'.repeat(257) }],
  ['subset', { subset: 'x'.repeat(65) }],
  ['bugTracker', { bugTracker: 'bugs.example' }],
  ['segmentSize', { segmentSize: 1.5 }],
  ['overlap', { segmentSize: 5, overlap: 5 }],
  ['overlap', { overlap: -1 }],
  ['replicas', { replicas: 1 }],
  ['replicas', { replicas: 11 }],
  ['start', { range: { start: -1, stop: undefined, step: 1 } }],
  ['stop', { range: { start: 5, stop: 4, step: 1 } }],
  ['step', { range: { start: 0, stop: undefined, step: 0 } }],
  ['jobFiles', { jobFiles: [['a'], []] }],
  ['groundTruth', { groundTruth: { frames: 0, seed: 0 } }],
  ['groundTruth', { dimension: '3d', groundTruth: { frames: 1, seed: 0 } }],
])('%s is refused: %j', (where, fields) => {
  expect(() => checkTask({ ...input, ...fields })).toThrow(expect.objectContaining({ where }));
});
