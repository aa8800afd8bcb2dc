/** Said often, long before a passphrase is entered. */
import { StorageError } from '../errors.ts';

/** Nothing sealed under the passphrase can be used before it is entered. */
export function locked(storage: string): StorageError {
  return new StorageError('locked', `The credentials of "${storage}" are under your passphrase.`, {
    operation: 'open',
    remedy: { text: 'Enter the passphrase; work goes on where it was.' },
  });
}
