import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { segments } from '#core/model/segments.ts';
import {
  cutOf,
  cutSentence,
  emptyCutDraft,
  errorsOfCut,
  framesOf,
  jobsOf,
  parseJobFiles,
} from '#web/pages/create-task/cut-draft.ts';
import { folderItem, nameFrom, namesError, templateError } from '#web/pages/create-task/multi/multi-draft.ts';
import { emptyTaskDraft, errorsOfTask, proposedName } from '#web/pages/create-task/task-draft.ts';
import { labelsError, moveLabel, newLabelId, removedFrom } from '#web/pages/labels/label-draft.ts';
import { readAnyLabels } from '#web/pages/labels/read-labels.ts';
import {
  addEdge,
  addNode,
  moveNode,
  removeNode,
  takeDrawing,
} from '#web/pages/labels/skeleton/skeleton-draft.ts';
import { emptyProjectDraft, errorsOfProject } from '#web/pages/projects/project-draft.ts';
import { labelLists } from '#test/core/label-files/arbitraries.ts';
import { parseSkeletonSvg } from '#core/label-files/skeleton-svg/parse.ts';
import { printSkeletonSvg } from '#core/label-files/skeleton-svg/print.ts';

test('frames and jobs are counted as CVAT’s formula counts them', () => {
  const small = fc.nat({ max: 40 });
  fc.assert(
    fc.property(
      fc.nat({ max: 300 }),
      small,
      small,
      fc.integer({ min: 1, max: 7 }),
      small,
      (found, start, length, step, size) => {
        const draft = {
          ...emptyCutDraft,
          start: String(start),
          stop: String(start + length),
          step: String(step),
          segmentSize: String(size),
        };
        const frames: number[] = [];
        for (let at = start; at < Math.min(start + length + 1, found); at += step) frames.push(at);
        expect(framesOf(found, draft)).toBe(frames.length);
        expect(jobsOf(found, draft)).toBe(
          segments({ size: frames.length, segmentSize: size, overlap: 0 }).length,
        );
      },
    ),
  );
});

test.each([
  [{}, {}],
  [
    { start: 'x', stop: '1.5', step: '0' },
    { start: /whole/, stop: /whole/, step: /from 1/ },
  ],
  [{ start: '5', stop: '3' }, { stop: /At least 5/ }],
  [{ replicas: '1' }, { replicas: /0 for none, or 2 to 10/ }],
  [{ replicas: '11' }, { replicas: /2 to 10/ }],
  [{ jobFiles: 'a, a' }, { jobFiles: /“a” is named twice/ }],
  [{ jobFiles: '[["a"], 1]' }, { jobFiles: /list of lists/ }],
  [{ seed: '-1', sorting: 'random' as const }, { seed: /whole/ }],
])('%j is wrong where it is', (fields, errors) => {
  const found = errorsOfCut({ ...emptyCutDraft, ...fields });
  expect(Object.keys(found).sort()).toEqual(Object.keys(errors).sort());
  for (const [field, pattern] of Object.entries(errors))
    expect(found).toHaveProperty(field, expect.stringMatching(pattern));
});

test.each([
  ['a.jpg, b.jpg\n\nc d.jpg\r\n', [['a.jpg', 'b.jpg'], ['c d.jpg']]],
  ['[["a, b.jpg"],["c.jpg"]]', [['a, b.jpg'], ['c.jpg']]],
  ['', []],
])('own jobs of %j', (text, jobs) => {
  expect(parseJobFiles(text)).toEqual({ ok: true, jobs });
});

test('the sentence says all that changes the cut', () => {
  const draft = {
    ...emptyCutDraft,
    segmentSize: '2',
    step: '2',
    replicas: '2',
    groundTruth: '3',
    groundTruthSeed: '9',
  };
  expect(cutSentence(10, draft)).toBe(
    '3 jobs: 2 of 2 frames, the last of 1. 5 of 10 frames are taken. Each job 2 times more, for other people. One more job of 3 frames drawn by chance is ground truth.',
  );
  expect(jobsOf(10, draft)).toBe(10);
  expect(cutOf(draft)).toMatchObject({
    range: { start: 0, stop: undefined, step: 2 },
    replicas: 2,
    groundTruth: { frames: 3, seed: 9 },
  });
});

const file = (key: string) => ({ key, size: 1, open: async () => new File([], key) });

test('a task says what keeps it from being made', () => {
  const computer = { ...emptyTaskDraft, origin: 'computer' as const, projectId: 1 };
  expect(errorsOfTask(computer)).toEqual({ files: 'Choose files, or drop them here.' });
  const clouds = {
    ...computer,
    files: { items: [file('s/a.pcd'), file('s/a.jpg')], refused: [] },
    groundTruth: '2',
  };
  expect(errorsOfTask(clouds)).toEqual({ groundTruth: 'Point clouds have no ground truth job.' });
  expect(proposedName(clouds, '')).toBe('s');
  const urls = {
    ...computer,
    origin: 'urls' as const,
    urls: 'https://a.example/1.jpg\nx',
    bugTracker: 'nowhere',
  };
  expect(errorsOfTask(urls)).toEqual({
    urls: expect.stringMatching(/^Line 2: /),
    bugTracker: expect.stringMatching(/web address/),
  });
});

test.each([
  ['{{index}}', '3'],
  ['{{ file_name }} no {{index}}', 'aisle 7 no 3'],
  ['plain', 'plain'],
])('the template %j makes %j', (template, name) => {
  expect(templateError(template)).toBeUndefined();
  expect(nameFrom(template, folderItem('2026/aisle 7/'), 3)).toBe(name);
});

test.each(['', '  ', '{{size}}', '{{index}} {{ name }}'])('the template %j is refused', (template) => {
  expect(templateError(template)).toBeDefined();
});

test('a project needs a name, and no labels', () => {
  expect(errorsOfProject(emptyProjectDraft)).toEqual({ name: 'A project has a name.' });
  expect(errorsOfProject({ ...emptyProjectDraft, name: 'x', bugTracker: 'ftp://a' })).toEqual({
    bugTracker: expect.stringMatching(/web address/),
  });
});

test('labels keep what they are when they are moved, and numbers that had data are not given again', () => {
  fc.assert(
    fc.property(labelLists, fc.nat(), fc.nat(), (labels, from, to) => {
      const moved = moveLabel(labels, from % (labels.length + 1), to % (labels.length + 1));
      expect([...moved].sort((a, b) => a.id - b.id)).toEqual(labels);
      expect(labelsError(labels)).toBeUndefined();
      const rest = labels.slice(1);
      expect(labels.map(({ id }) => id)).not.toContain(newLabelId(rest, labels));
      expect(removedFrom(labels, rest)).toEqual(labels.slice(0, 1).map((label) => ({ label })));
      expect(removedFrom(labels, labels)).toEqual([]);
    }),
  );
});

test('anything that is pasted becomes labels', () => {
  const names = (text: string): unknown => {
    const read = readAnyLabels(text);
    return read.ok ? read.labels.map(({ name }) => name) : read.errors.map(({ line }) => line);
  };
  expect(names('a, b\nc')).toEqual(['a', 'b', 'c']);
  expect(names('[{"name": "a"},]')).toEqual(['a']);
  expect(
    names('<View><Image name="i"/><PolygonLabels toName="i"><Label value="a"/></PolygonLabels></View>'),
  ).toEqual(['a']);
  expect(names('[{\n}]')).toEqual([1]);
  expect(names('<View>\n<A')).toEqual([2]);
});

test('a skeleton that is set up always stands: edges join what is there, places are in the square', () => {
  const place = fc.record({
    x: fc.double({ min: -500, max: 500, noNaN: true }),
    y: fc.double({ min: -500, max: 500, noNaN: true }),
  });
  const step = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), place }),
    fc.record({ kind: fc.constant('move' as const), id: fc.nat({ max: 6 }), place }),
    fc.record({ kind: fc.constant('join' as const), id: fc.nat({ max: 6 }), to: fc.nat({ max: 6 }) }),
    fc.record({ kind: fc.constant('remove' as const), id: fc.nat({ max: 6 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let labelId = 0;
      let skeleton: Parameters<typeof addNode>[0] = { nodes: [], edges: [] };
      for (const each of steps) {
        const has = (id: number) => skeleton.nodes.some((node) => node.id === id);
        labelId += 1;
        if (each.kind === 'add') skeleton = addNode(skeleton, each.place, labelId);
        else if (each.kind === 'move') skeleton = moveNode(skeleton, each.id, each.place);
        else if (each.kind === 'remove') skeleton = removeNode(skeleton, each.id);
        else if (has(each.id) && has(each.to)) skeleton = addEdge(skeleton, each.id, each.to);
      }
      if (skeleton.nodes.length === 0) return;
      const drawn = parseSkeletonSvg(printSkeletonSvg(skeleton));
      expect(drawn.edges).toEqual(skeleton.edges);
      expect(new Set(skeleton.nodes.map(({ name }) => name)).size).toBe(skeleton.nodes.length);
      expect(takeDrawing(skeleton, drawn, () => 0)).toEqual(skeleton);
    }),
  );
});

test.each([
  ['{{index', 'A pair of braces is not closed: write {{index}} or {{file_name}}.'],
  ['index}}', 'A pair of braces is not closed: write {{index}} or {{file_name}}.'],
  ['{{ index }} {{file_name}}', undefined],
])('the template %s: %s', (template, words) => {
  expect(templateError(template)).toBe(words);
});

test('names that a template gives are said where they cannot be', () => {
  expect(namesError(['a', 'b'])).toBeUndefined();
  expect(namesError(['a', ''])).toMatch(/^Task 1 would have no name/);
  expect(namesError(['x'.repeat(257)])).toBe('“xxxxxxxxxxxxxxxxxxxxxxxx…” is longer than 256 characters.');
});
