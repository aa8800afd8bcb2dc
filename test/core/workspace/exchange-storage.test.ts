import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { Database } from '#core/db/database.ts';
import { exchangeStorage, takeExchangeBack } from '#core/db/exchange-storage.ts';
import { FrameRepository } from '#core/db/frames.ts';
import { wholeSource } from '#core/model/source.ts';
import { newTarget } from '#core/model/target.ts';
import { taskRow } from '#test/fakes/rows.ts';

const frame = (storageId: number, key: string) => ({ storageId, key, size: 1, etag: 'e' });

test('an exchanged storage is another in sources, targets and frames, and exactly as it was after Undo', async () => {
  const db = new Database(`exchange-${crypto.randomUUID()}`);
  const taskId = await db.tasks.add(
    taskRow({ sources: [wholeSource(1), wholeSource(2)], targets: [newTarget(1, 'out/')], ready: false }),
  );
  const frames = new FrameRepository(db);
  const writer = await frames.write(taskId);
  await writer.add([frame(1, 'a.jpg'), frame(2, 'b.jpg'), frame(3, 'c.jpg')]);
  await writer.finish({ segments: [{ startFrame: 0, stopFrame: 2 }], replicas: 0, groundTruth: [] }, 0);
  const before = await db.tasks.get(taskId);

  const exchanged = await exchangeStorage(db, taskId, 1, 2, 5);
  expect((await frames.list(taskId, 0, 2)).map(({ storageId, key }) => [storageId, key])).toEqual([
    [2, 'a.jpg'],
    [2, 'b.jpg'],
    [3, 'c.jpg'],
  ]);
  expect(await db.tasks.get(taskId)).toMatchObject({
    sources: [{ storageId: 2 }, { storageId: 2 }],
    targets: [{ storageId: 2 }],
    storageIds: [2, 3],
    updatedAt: 5,
  });

  if (exchanged) await takeExchangeBack(db, taskId, exchanged, 6);
  expect(await db.tasks.get(taskId)).toEqual({ ...before, updatedAt: 6 });
  expect((await frames.list(taskId, 0, 2)).map(({ storageId }) => storageId)).toEqual([1, 2, 3]);
  db.close();
});
