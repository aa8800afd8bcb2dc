/** Files that end with their tab. */
import { StorageError } from '../../errors.ts';

/** Files that were lent until a tab closed, after it did. */
export function notLent(name: string): StorageError {
  return new StorageError(
    'credentials-expired',
    `The files of the folder "${name}" were lent until their tab was closed or loaded anew.`,
    { operation: 'open', remedy: { text: 'Choose the folder again; work goes on where it was.' } },
  );
}
