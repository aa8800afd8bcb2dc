import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deleteCommand, updateCommand } from '#core/annotate/command.ts';
import { AnnotationSession, type SessionHouse } from '#core/annotate/session.ts';
import { AnnotationRepository } from '#core/db/annotations.ts';
import { Database } from '#core/db/database.ts';
import { FrameRepository } from '#core/db/frames.ts';
import { JobRepository } from '#core/db/jobs.ts';
import { TaskRepository } from '#core/db/tasks.ts';
import type { LogEntry } from '#core/model/log-entry.ts';
import type { Shape } from '#core/model/shape.ts';
import { makeClock } from '#test/fakes/ports.ts';
import { taskRow } from '#test/fakes/rows.ts';
import { anyPoints, makeShape } from '#test/fakes/shapes.ts';

let db: Database;
let house: SessionHouse;
let jobId: number;
let count = 0;

beforeEach(async () => {
  count += 1;
  db = new Database(`session-${count}`);
  const annotations = new AnnotationRepository(db);
  // Folding is left to the tests: nothing may depend on when it happens.
  house = { annotations, clock: neverDue(), fold: async (id) => annotations.fold(id) };
  jobId = await makeJob(db);
});

afterEach(() => db.close());

/** A clock whose timers never fire. */
function neverDue() {
  return { ...makeClock(), sleep: async () => new Promise<void>(() => undefined) };
}

async function makeJob(database: Database): Promise<number> {
  const tasks = new TaskRepository(database);
  const taskId = await tasks.add(taskRow());
  const frames = await new FrameRepository(database).write(taskId);
  await frames.finish({ segments: [{ startFrame: 0, stopFrame: 9 }], replicas: 0, groundTruth: [] }, 0);
  const [job] = await new JobRepository(database).ofTask(taskId);
  return job?.id ?? 0;
}

const shapesOf = async (session: AnnotationSession, frame: number): Promise<readonly Shape[]> =>
  (await session.document(frame)).shapes();

async function draw(session: AnnotationSession, frame: number): Promise<Shape> {
  const shape = makeShape(session.takeShapeId());
  await session.apply({ name: `Draw ${shape.id}`, changes: [{ frame, after: shape }] });
  return shape;
}

test('an edit is on disk as soon as it is told, without any folding', async () => {
  const session = await AnnotationSession.open(jobId, house);
  const shape = await draw(session, 3);
  const afterCrash = await AnnotationSession.open(jobId, house);
  expect(await shapesOf(afterCrash, 3)).toEqual([shape]);
  expect(afterCrash.takeShapeId()).toBe(shape.id + 1);
});

test('undo and redo survive a reload, and a new edit forgets what was undone', async () => {
  const first = await AnnotationSession.open(jobId, house);
  const [one, two] = [await draw(first, 0), await draw(first, 0)];
  await first.undo();
  await first.close();

  const second = await AnnotationSession.open(jobId, house);
  expect(await shapesOf(second, 0)).toEqual([one]);
  await second.redo();
  expect(await shapesOf(second, 0)).toEqual([one, two]);
  await second.undo();
  const three = await draw(second, 0);
  expect(await second.redo()).toBeUndefined();

  const third = await AnnotationSession.open(jobId, house);
  await third.undo();
  await third.undo();
  expect(await shapesOf(third, 0)).toEqual([]);
  await third.redo();
  await third.redo();
  expect(await shapesOf(third, 0)).toEqual([one, three]);
});

test('undo has no limit of 32', async () => {
  const session = await AnnotationSession.open(jobId, house);
  await session.document(0);
  for (let step = 0; step < 80; step += 1) await draw(session, 0);
  for (let step = 0; step < 80; step += 1) await session.undo();
  expect(await shapesOf(session, 0)).toEqual([]);
  expect(await session.undo()).toBeUndefined();
});

test('a disk that refuses keeps the edit in memory, says so, and is tried again', async () => {
  const wakes: (() => void)[] = [];
  let full = true;
  class Refusing extends AnnotationRepository {
    override async append(entry: LogEntry): Promise<void> {
      if (full) throw new DOMException('full', 'QuotaExceededError');
      await super.append(entry);
    }
  }
  const session = await AnnotationSession.open(jobId, {
    ...house,
    annotations: new Refusing(db),
    clock: { ...makeClock(), sleep: async () => new Promise<void>((wake) => wakes.push(wake)) },
  });
  const shape = await draw(session, 0);
  expect(session.saveState).toMatchObject({ kind: 'failed', waiting: 1 });
  expect(await shapesOf(session, 0)).toEqual([shape]);

  full = false;
  const saved = new Promise<void>((resolve) => session.subscribe(() => resolve()));
  wakes.pop()?.();
  await saved;
  expect(session.saveState.kind).toBe('saved');
  const reopened = await AnnotationSession.open(jobId, house);
  expect(await shapesOf(reopened, 0)).toEqual([shape]);
});

test('folding counts the job and changes nothing that is read', async () => {
  const session = await AnnotationSession.open(jobId, house);
  const shape = await draw(session, 1);
  await draw(session, 2);
  await session.apply(deleteCommand('Delete', 1, [shape]));
  const before = await Promise.all([1, 2].map(async (frame) => shapesOf(session, frame)));
  await house.fold(jobId);
  await house.fold(jobId);
  const reopened = await AnnotationSession.open(jobId, house);
  expect(await Promise.all([1, 2].map(async (frame) => shapesOf(reopened, frame)))).toEqual(before);
  expect(await db.jobs.get(jobId)).toMatchObject({
    objectCount: 1,
    annotatedFrames: 1,
    state: 'in progress',
  });
});

type Deed = 'draw' | 'move' | 'delete' | 'undo' | 'redo' | 'fold' | 'reload';

test('whatever is done, memory and disk agree, and undoing all of it gives an empty job', async () => {
  const deeds = fc.array(
    fc.record({
      deed: fc.constantFrom<Deed>('draw', 'draw', 'move', 'delete', 'undo', 'redo', 'fold', 'reload'),
      frame: fc.nat(2),
      points: anyPoints,
    }),
    { maxLength: 25 },
  );
  await fc.assert(
    fc.asyncProperty(deeds, async (list) => {
      const id = await makeJob(db);
      let session = await AnnotationSession.open(id, house);
      for (const { deed, frame, points } of list) {
        const document = await session.document(frame);
        const [shape] = document.shapes();
        if (deed === 'draw') {
          const after = makeShape(session.takeShapeId(), { points });
          await session.apply({ name: 'Draw', changes: [{ frame, after }] });
        }
        if (deed === 'move' && shape) {
          const command = updateCommand('Move', frame, [shape], () => ({ points }), 1);
          if (command) await session.apply(command);
        }
        if (deed === 'delete' && shape) await session.apply(deleteCommand('Delete', frame, [shape]));
        if (deed === 'undo') await session.undo();
        if (deed === 'redo') await session.redo();
        if (deed === 'fold') await house.fold(id);
        if (deed === 'reload') session = await AnnotationSession.open(id, house);
      }
      const reopened = await AnnotationSession.open(id, house);
      for (const frame of [0, 1, 2]) {
        expect(await shapesOf(reopened, frame)).toEqual(await shapesOf(session, frame));
      }
      while (await reopened.undo());
      for (const frame of [0, 1, 2]) expect(await shapesOf(reopened, frame)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
