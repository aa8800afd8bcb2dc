/** Writes frames' annotations to a target, each into an object of its own, and never over what somebody else wrote. */
import { isError, StorageError } from '../errors.ts';
import { writeFrameFile } from './frame-file/write.ts';
import type { Shape } from '../model/shape.ts';
import type { Target } from '../model/target.ts';
import type { Task } from '../model/task.ts';
import type { Conflict, Written } from '../model/written.ts';
import type { ObjectStore } from '../storage/object-store.ts';
import { sha256 } from '../util/digest.ts';
import { frameAddress } from './frame-address.ts';
import { frameNames } from './frame-names.ts';
import { frameShapes } from './frame-shapes.ts';
import type { RequestContext } from './handler.ts';
import { frameNameOf, numberedKey, targetKey } from './target-name.ts';

/** `nothing` where a frame without annotations was never written. */
export type WriteOutcome = 'written' | 'unchanged' | 'removed' | 'nothing' | 'conflict';

export type WriteContext = Pick<
  RequestContext,
  'ports' | 'frames' | 'jobs' | 'annotations' | 'storages' | 'targets' | 'openStorage'
>;

export interface FrameFileWriter {
  /** @throws StorageError where the target refuses or cannot be reached */
  write(frame: number, signal?: AbortSignal): Promise<WriteOutcome>;
}

export async function openTarget(
  task: Task,
  target: Target,
  context: WriteContext,
): Promise<FrameFileWriter> {
  const { targets, ports } = context;
  const { store } = await context.openStorage(target.storageId);
  const [nameOf, jobs, storages] = await Promise.all([
    frameNames(task, context),
    context.jobs.ordinaryOfTask(task.id),
    context.storages.list(),
  ]);
  const settingsOf = new Map(storages.map(({ id, settings }) => [id, settings]));
  const { storageId } = target;

  async function write(frame: number, signal?: AbortSignal): Promise<WriteOutcome> {
    const [shapes, before] = await Promise.all([
      frameShapes(context.annotations, jobs, frame),
      targets.written(task.id, storageId, frame),
    ]);
    if (shapes.length === 0 && !before) return 'nothing';
    if (shapes.length === 0 && before && target.mirrorDeletion) return remove(before);
    const text = await textOf(frame, shapes);
    const hash = await sha256(text);
    if (before?.hash === hash) return 'unchanged';
    const key = before?.key ?? (await freeKey(frame));
    const row = { taskId: task.id, storageId, frame, key };
    // Noted first: a tab that is killed before the answer comes finds its own object there, and knows it.
    await targets.keepWritten({ ...row, etag: before?.etag ?? '', hash: before?.hash ?? '', sent: hash });
    const put = async (etag: string): Promise<WriteOutcome> => {
      const info = await store.write(key, new Blob([text], { type: 'application/json' }), {
        contentType: 'application/json',
        ...(etag === '' ? { ifNoneMatch: '*' as const } : { ifMatch: etag }),
        ...(signal ? { signal } : {}),
      });
      await targets.keepWritten({ ...row, etag: info.etag, hash, sent: hash });
      return 'written';
    };
    try {
      await checkVersion(store, key, before);
      return await put(before?.etag ?? '');
    } catch (error) {
      if (!isError(error, 'storage')) throw error;
      if (error.code !== 'precondition-failed' && !(error.code === 'not-found' && before)) throw error;
    }
    const there = await readThere(store, key);
    if (there?.text === text) {
      await targets.keepWritten({ ...row, etag: there.etag, hash, sent: hash });
      return 'unchanged';
    }
    if (there && before && (await sha256(there.text)) === before.sent) return put(there.etag);
    return disagree(row, there);
  }

  /** Somebody else's object stands there, or ours was removed. */
  async function disagree(
    row: Omit<Conflict, 'theirs' | 'theirEtag' | 'at'>,
    there: There | undefined,
  ): Promise<WriteOutcome> {
    await targets.keepConflict({
      ...row,
      theirs: there?.text,
      theirEtag: there?.etag ?? '',
      at: ports.clock.now(),
    });
    return 'conflict';
  }

  async function remove(before: Written): Promise<WriteOutcome> {
    const { key, frame } = before;
    const there = await readThere(store, key);
    if (there && there.etag !== before.etag)
      return disagree({ taskId: task.id, storageId, frame, key }, there);
    if (there) await store.remove(key);
    await targets.forgetWritten(task.id, storageId, frame);
    return 'removed';
  }

  async function textOf(frame: number, shapes: readonly Shape[]): Promise<string> {
    const [[entry], sizes, item] = await Promise.all([
      context.frames.list(task.id, frame, frame),
      context.frames.sizes(task.id, frame, frame),
      context.frames.item(task.id, frame),
    ]);
    if (!entry) throw new RangeError(`The task has no frame ${frame}`);
    return writeFrameFile({
      task: { uid: task.uid, name: task.name },
      frame,
      object: frameAddress(entry, settingsOf.get(entry.storageId)),
      ...sizes.get(frame),
      labels: task.labels,
      shapes,
      whole: item?.whole,
    });
  }

  async function freeKey(frame: number): Promise<string> {
    const [entry] = await context.frames.list(task.id, frame, frame);
    const key = targetKey(target, task, frame, entry ? frameNameOf(entry, nameOf) : '');
    return targets.claim({ taskId: task.id, storageId, frame }, key, numberedKey(key, frame));
  }

  return { write };
}

/** For storages that do not check themselves: looks first, which leaves a moment for somebody to come between. */
async function checkVersion(store: ObjectStore, key: string, before: Written | undefined): Promise<void> {
  if (store.capabilities.conditionalWrite) return;
  const etag = await store.stat(key).then(
    (info) => info.etag,
    (error: unknown) => {
      if (isError(error, 'storage') && error.code === 'not-found') return undefined;
      throw error;
    },
  );
  if ((etag ?? '') === (before?.etag ?? '')) return;
  throw new StorageError('precondition-failed', `"${key}" was written by somebody else.`, {
    operation: 'write',
    key,
  });
}

interface There {
  readonly text: string;
  readonly etag: string;
}

/** The text and version of an object; undefined where there is none. */
async function readThere(store: ObjectStore, key: string): Promise<There | undefined> {
  try {
    const { etag } = await store.stat(key);
    return { text: await (await store.read(key)).text(), etag };
  } catch (error) {
    if (isError(error, 'storage') && error.code === 'not-found') return undefined;
    throw error;
  }
}
