/** Finds out whether a storage can be written to, by writing. */
import { isError, StorageError } from '../errors.ts';
import type { ObjectStore } from './object-store.ts';

/**
 * Writes a small object under the prefix and removes it again.
 * @throws StorageError as the storage refuses, also where the object could be written but not removed.
 */
export async function testWrite(store: ObjectStore, prefix: string, unique: string): Promise<void> {
  const key = `${prefix}.bucketmark-test-${unique}.txt`;
  const text = 'Bucketmark tries whether it may write here. This object can be removed.\n';
  await store.write(key, new Blob([text]), { contentType: 'text/plain' });
  try {
    await store.remove(key);
  } catch (cause) {
    if (!isError(cause, 'storage')) throw cause;
    throw new StorageError(cause.code, `It may be written to, but "${key}" could not be removed again.`, {
      operation: 'remove',
      key,
      cause,
      remedy: { text: 'Remove that object by hand, and allow removing if deletions are to be mirrored.' },
    });
  }
}
