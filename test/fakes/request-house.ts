/** A database with storages in memory, and requests run on it as the worker runs them. */
import { AnnotationRepository } from '#core/db/annotations.ts';
import { Database } from '#core/db/database.ts';
import { FrameRepository } from '#core/db/frames.ts';
import { JobRepository } from '#core/db/jobs.ts';
import { StorageRepository } from '#core/db/storages.ts';
import { SyncRepository } from '#core/db/syncs.ts';
import { TargetRepository } from '#core/db/targets.ts';
import { TaskRepository } from '#core/db/tasks.ts';
import { StorageError } from '#core/errors.ts';
import type { StorageId, TaskId } from '#core/model/ids.ts';
import type { Source } from '#core/model/source.ts';
import type { StorageSettings } from '#core/model/storage.ts';
import type { RequestContext } from '#core/requests/handler.ts';
import type { ObjectStore } from '#core/storage/object-store.ts';
import { newTask } from '#core/workspace/new-task.ts';
import { makePorts } from './ports.ts';

export function s3Settings(bucket: string): StorageSettings {
  return {
    provider: 's3',
    bucket,
    prefix: '',
    region: 'us-east-1',
    endpoint: '',
    addressing: 'virtual',
    anonymous: true,
  };
}

export function makeRequestHouse() {
  const database = new Database(`house-${crypto.randomUUID()}`);
  const storages = new StorageRepository(database);
  const stores = new Map<StorageId, ObjectStore>();
  const tasks = new TaskRepository(database);
  const base = {
    ports: makePorts(),
    storages,
    tasks,
    frames: new FrameRepository(database),
    jobs: new JobRepository(database),
    annotations: new AnnotationRepository(database),
    syncs: new SyncRepository(database),
    targets: new TargetRepository(database),
    report: () => undefined,
    async openStorage(id: StorageId) {
      const [storage, store] = [await storages.get(id), stores.get(id)];
      if (storage && store) return { storage, store };
      throw new StorageError('not-found', 'This storage is no longer attached.', { operation: 'open' });
    },
  };
  let requests = 0;
  return {
    ...base,
    database,
    /** The context of a new request, or of request `id` that is run again. */
    context: (changes: Partial<RequestContext> = {}): RequestContext => ({
      ...base,
      id: ++requests,
      signal: new AbortController().signal,
      ...changes,
    }),
    async attach(store: ObjectStore, settings: StorageSettings = s3Settings('cams')): Promise<StorageId> {
      const now = 0;
      const id = await storages.add({
        uid: crypto.randomUUID(),
        name: 'Cams',
        description: '',
        owner: '',
        manifests: [],
        settings,
        keeping: 'session',
        keyHint: '',
        createdAt: now,
        updatedAt: now,
      });
      stores.set(id, store);
      return id;
    },
    addTask: (sources: readonly Source[]): Promise<TaskId> =>
      tasks.add(
        newTask(
          {
            name: 'Dock',
            labels: [{ id: 1, name: 'box', color: '#fff', type: 'any', attributes: [] }],
            sources,
            targets: [],
            sorting: 'natural',
            segmentSize: 2,
          },
          { workspaceId: 0, ownerId: undefined },
          crypto.randomUUID(),
          0,
        ),
      ),
  };
}

export type RequestHouse = ReturnType<typeof makeRequestHouse>;
