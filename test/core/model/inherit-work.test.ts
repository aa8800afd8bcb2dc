import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inheritWork } from '#core/model/inherit-work.ts';
import { type Job, jobStates, stages } from '#core/model/job.ts';
import { segments } from '#core/model/segments.ts';
import { jobRow } from '#test/fakes/rows.ts';

function job(startFrame: number, stopFrame: number, fields: Partial<Job> = {}): Job {
  return { id: startFrame + 1, ...jobRow(1), startFrame, stopFrame, ...fields };
}

const whole = [{ startFrame: 0, stopFrame: 9 }];

test.each<[string, Partial<Job>, Partial<Job>, object]>([
  ['both done', { state: 'completed' }, { state: 'completed' }, { state: 'completed' }],
  ['one begun', { state: 'new' }, { state: 'completed' }, { state: 'in progress' }],
  ['one rejected', { state: 'rejected' }, { state: 'completed' }, { state: 'rejected' }],
  [
    'one further',
    { stage: 'annotation', state: 'completed' },
    { stage: 'acceptance', state: 'new' },
    { stage: 'annotation', state: 'completed' },
  ],
  ['the same person', { assigneeId: 3 }, { assigneeId: 3 }, { assigneeId: 3 }],
  ['two people', { assigneeId: 3 }, { assigneeId: 4 }, { assigneeId: undefined }],
  ['time', { workedMs: 500 }, { workedMs: 70 }, { workedMs: 570 }],
])('of %s', (_, first, second, wanted) => {
  expect(inheritWork([job(0, 4, first), job(5, 9, second)], whole)).toMatchObject([wanted]);
});

test('no time is lost or made, and nothing becomes more advanced than what it is of', () => {
  const cut = fc.record({ segmentSize: fc.nat(20), overlap: fc.nat(20) });
  const work = fc.record({
    stage: fc.constantFrom(...stages),
    state: fc.constantFrom(...jobStates),
    workedMs: fc.nat(100_000),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      cut,
      cut,
      fc.infiniteStream(work),
      (size, from, to, works) => {
        const before = segments({ size, ...from }).map(({ startFrame, stopFrame }) =>
          job(startFrame, stopFrame, works.next().value),
        );
        const after = segments({ size, ...to });
        const inherited = inheritWork(before, after);
        const sum = (all: readonly { workedMs: number }[]) => all.reduce((ms, each) => ms + each.workedMs, 0);
        expect(Math.abs(sum(inherited) - sum(before))).toBeLessThanOrEqual(after.length);
        const worst = Math.min(...before.map(({ stage }) => stages.indexOf(stage)));
        expect(Math.min(...inherited.map(({ stage }) => stages.indexOf(stage)))).toBe(worst);
      },
    ),
  );
});
