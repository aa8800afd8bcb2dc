/** What file systems refuse, in the words of the store contract. */
import { DiskError, StorageError } from '../../errors.ts';
import { invalidName } from './path.ts';
import { refusedFolder } from './permission.ts';

interface Asked {
  readonly operation: 'list' | 'stat' | 'read' | 'write' | 'remove';
  readonly key?: string;
}

interface Place {
  readonly handle: FileSystemDirectoryHandle | undefined;
  readonly name: string;
}

/** Aborts, and what is no refusal of the disk, stay what they are. */
export async function explain(cause: unknown, asked: Asked, { handle, name }: Place): Promise<unknown> {
  const { operation, key = '' } = asked;
  const fields = { ...asked, cause };
  if (cause instanceof TypeError && key !== '') return invalidName(key, operation, cause);
  if (!(cause instanceof DOMException)) return cause;
  const changes = operation === 'write' || operation === 'remove';
  switch (cause.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return refusedFolder(handle, name, { ...fields, mode: changes ? 'readwrite' : 'read' });
    case 'TypeMismatchError':
      return changes ? invalidName(key, operation, cause) : missing();
    case 'NotFoundError':
      return key === '' || changes ? gone() : missing();
    case 'QuotaExceededError':
      return new DiskError('full', `The disk has no room for "${key}".`, {
        cause,
        remedy: { text: 'Free some space, then try again.' },
      });
    case 'NoModificationAllowedError':
      return new StorageError('unexpected', `"${key}" is being written to by another program or tab.`, {
        ...fields,
        remedy: { text: 'Try again when that has ended.' },
      });
    default:
      return cause;
  }

  function missing(): StorageError {
    return new StorageError('not-found', `"${key}" is not in the folder "${name}".`, {
      ...fields,
      remedy: { text: 'It may have been deleted since it was listed. Skip it, or try again.' },
    });
  }
  function gone(): StorageError {
    return new StorageError('not-found', `The folder "${name}" is not where it was.`, {
      ...fields,
      remedy: { text: 'Put it back, connect its drive, or choose it again.' },
    });
  }
}
