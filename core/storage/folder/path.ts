/** Keys as paths below a lent folder: names are the real ones, so what can be no file's name is refused. */
import { StorageError } from '../../errors.ts';

interface Path {
  /** From the outermost folder inwards. */
  readonly folders: readonly string[];
  readonly file: string;
}

/** Throws `invalid-name` for what is no path on any disk. Some disks refuse more: those say so themselves. */
export function pathOf(key: string, operation: string): Path {
  const folders = key.split('/');
  const file = folders.pop() ?? '';
  if ([...folders, file].every(isName)) return { folders, file };
  throw invalidName(key, operation, undefined);
}

export function invalidName(key: string, operation: string, cause: unknown): StorageError {
  return new StorageError('invalid-name', `No file can be named "${key}" in this folder.`, {
    operation,
    key,
    cause,
    remedy: { text: 'Names between slashes must not be empty, "." or "..", nor hold what the disk refuses.' },
  });
}

export function isName(part: string): boolean {
  return part !== '' && part !== '.' && part !== '..' && !part.includes('\0') && part.isWellFormed();
}

/** What a browser writes beside a file until it is whole. */
const swapEnd = '.crswap';

/** False for swap files, and for what is hidden, unless the prefix itself names its dot. */
export function isListed(key: string, prefix: string): boolean {
  if (key.endsWith(swapEnd)) return false;
  for (let at = 0; ; ) {
    if (key[at] === '.' && prefix.length <= at) return false;
    const slash = key.indexOf('/', at);
    if (slash < 0) return true;
    at = slash + 1;
  }
}
