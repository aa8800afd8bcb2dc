/** *Try the sample*: a small data set on the browser's own disk, a task on it, and its first job. */
import { firstDefined } from '../db/watch.ts';
import { InvalidDataError } from '../errors.ts';
import type { JobId, RequestId, StorageId, TaskId } from '../model/ids.ts';
import type { RequestRecord } from '../model/request.ts';
import { wholeSource } from '../model/source.ts';
import { newTask } from './new-task.ts';
import { taskPlace } from './place.ts';
import type { House } from './open-workspace.ts';
import { sampleImageCount } from './sample/count.ts';
import { sampleLabels } from './sample/labels.ts';
import { sampleFolder } from './sample/place.ts';

const prefix = 'images/';
const name = 'Sample';

/** Opens the sample's first job, making what is not there yet. Safe to call again after being interrupted. */
export async function trySample(
  house: House,
  onProgress: (done: number, total: number) => void,
): Promise<JobId> {
  const storageId = await sampleStorage(house);
  const made = (await house.tasks.usingStorage(storageId)).find((task) => task.ready);
  const taskId = made?.id ?? (await makeTask(house, storageId, onProgress));
  const [first] = await house.jobs.ofTask(taskId);
  if (!first) throw new InvalidDataError('The sample has no job.', { where: `task ${taskId}` });
  return first.id;
}

async function sampleStorage({ storages, ports }: House): Promise<StorageId> {
  const known = (await storages.list()).find(
    ({ settings }) => settings.provider === 'device' && settings.folder === sampleFolder,
  );
  if (known) return known.id;
  const now = ports.clock.now();
  return storages.add({
    uid: ports.random.uuid(),
    name,
    description: '',
    owner: '',
    manifests: [],
    settings: { provider: 'device', folder: sampleFolder, prefix: '' },
    keeping: 'session',
    keyHint: '',
    createdAt: now,
    updatedAt: now,
  });
}

async function makeTask(
  house: House,
  storageId: StorageId,
  onProgress: (done: number, total: number) => void,
): Promise<TaskId> {
  const { requests, tasks, ports } = house;
  const now = (): number => ports.clock.now();
  const drawing = await requests.add({ kind: 'make-sample', storageId }, now());
  await ended(house, drawing, onProgress);
  const input = {
    name,
    labels: sampleLabels,
    sources: [wholeSource(storageId, prefix)],
    targets: [],
    sorting: 'lexicographical' as const,
  };
  const taskId = await tasks.add(newTask(input, await taskPlace(house), ports.random.uuid(), now()));
  await ended(house, await requests.add({ kind: 'create-task', taskId }, now()), () => undefined);
  return taskId;
}

/** Waits for a request; throws when it failed or was cancelled. */
async function ended(
  { requests }: House,
  id: RequestId,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const isOver = async (): Promise<RequestRecord | undefined> => {
    const request = await requests.get(id);
    if (!request) throw new InvalidDataError('The sample was given up.', { where: `request ${id}` });
    onProgress(Math.round((request.progress.share ?? 0) * sampleImageCount), sampleImageCount);
    return ['finished', 'failed', 'cancelled'].includes(request.status) ? request : undefined;
  };
  const request = await firstDefined(isOver, new AbortController().signal);
  if (request.status === 'finished') return;
  throw new InvalidDataError(request.error?.message ?? 'The sample was cancelled.', {
    where: `request ${id}`,
  });
}
