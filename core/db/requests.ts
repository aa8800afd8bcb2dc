/** Requests: the queue, and what became of each. */
import type { ErrorReport } from '../errors.ts';
import type { RequestId, TaskId } from '../model/ids.ts';
import type {
  Progress,
  RequestParams,
  RequestRecord,
  RequestResult,
  RequestStatus,
} from '../model/request.ts';
import type { Database } from './database.ts';

/** How a request ended. */
export type Ending =
  | { readonly status: 'finished'; readonly result: RequestResult }
  | { readonly status: 'failed'; readonly error: ErrorReport; readonly result?: RequestResult }
  | { readonly status: 'cancelled' };

export const endings = ['finished', 'failed', 'cancelled'] as const;

export class RequestRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async add(params: RequestParams, now: number): Promise<RequestId> {
    return this.#db.requests.add({ ...fresh, params, createdAt: now });
  }

  async get(id: RequestId): Promise<RequestRecord | undefined> {
    return this.#db.requests.get(id);
  }

  /** Those that are there, in the order of `ids`. */
  async many(ids: readonly RequestId[]): Promise<RequestRecord[]> {
    const found = await this.#db.requests.bulkGet([...ids]);
    return found.filter((request) => request !== undefined);
  }

  /** Newest first. */
  async recent(limit: number): Promise<RequestRecord[]> {
    return this.#db.requests.orderBy('id').reverse().limit(limit).toArray();
  }

  /** Those that run or wait, newest first. */
  async active(): Promise<RequestRecord[]> {
    const found = await this.#db.requests.where('status').anyOf('in progress', 'queued').toArray();
    return found.sort((a, b) => b.id - a.id);
  }

  /** Newest first. */
  async ofTask(id: TaskId): Promise<RequestRecord[]> {
    return this.#db.requests.where('params.taskId').equals(id).reverse().toArray();
  }

  async count(...statuses: readonly RequestStatus[]): Promise<number> {
    return this.#db.requests
      .where('status')
      .anyOf([...statuses])
      .count();
  }

  /** Those that are at their end. */
  async ended(): Promise<RequestId[]> {
    return this.#db.requests
      .where('status')
      .anyOf([...endings])
      .primaryKeys();
  }

  /** What is to be run next: what a closed tab left in the middle, then the oldest that waits. */
  async next(): Promise<RequestRecord | undefined> {
    const { requests } = this.#db;
    const left = await requests.where('status').equals('in progress').first();
    return left ?? requests.where('status').equals('queued').first();
  }

  async start(id: RequestId, now: number): Promise<void> {
    await this.#db.requests.update(id, { status: 'in progress', startedAt: now });
  }

  async report(id: RequestId, progress: Progress): Promise<void> {
    await this.#db.requests.update(id, { progress });
  }

  async end(id: RequestId, ending: Ending, now: number): Promise<void> {
    await this.#db.requests.update(id, { ...ending, finishedAt: now });
  }

  /** Asks a running request to stop; one that waits is cancelled at once. */
  async cancel(id: RequestId, now: number): Promise<void> {
    const { requests } = this.#db;
    await this.#db.transaction('rw', requests, async () => {
      const request = await requests.get(id);
      if (request?.status === 'queued') await this.end(id, { status: 'cancelled' }, now);
      if (request?.status === 'in progress') await requests.update(id, { cancelRequested: true });
    });
  }

  /** Puts an ended request back into the queue. */
  async retry(id: RequestId): Promise<void> {
    await this.#db.requests.update(id, fresh);
  }

  async remove(id: RequestId): Promise<void> {
    await this.#db.requests.delete(id);
  }
}

const fresh = {
  status: 'queued' as const,
  progress: { share: undefined, words: 'Waiting' },
  cancelRequested: false,
  startedAt: undefined,
  finishedAt: undefined,
  result: undefined,
  error: undefined,
};
