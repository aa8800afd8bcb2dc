/** Queries that run again when what they read has changed, in this tab, another, or a worker. */
import { liveQuery } from 'dexie';

/** Runs `query` now and after each change to what it read. Returns the end of watching. */
export function watch<T>(
  query: () => Promise<T>,
  next: (value: T) => void,
  failed: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(query).subscribe({ next, error: failed });
  return () => subscription.unsubscribe();
}

/** The first result of `query` that is not undefined. Rejects with the query's error or the signal's reason. */
export function firstDefined<T>(query: () => Promise<T | undefined>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const abort = (): void => {
      stop();
      reject(signal.reason);
    };
    const stop = watch(
      query,
      (value) => {
        if (value === undefined) return;
        signal.removeEventListener('abort', abort);
        queueMicrotask(() => stop());
        resolve(value);
      },
      reject,
    );
    signal.addEventListener('abort', abort, { once: true });
  });
}
