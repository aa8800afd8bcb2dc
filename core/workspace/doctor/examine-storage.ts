/** The Bucket doctor for a storage whose credentials may not be at hand. */
import { isError } from '../../errors.ts';
import type { House } from '../open-workspace.ts';
import { resolve } from '../subject.ts';
import type { Subject } from '../workspace.ts';
import type { Check } from './check.ts';
import { examine, notOpened } from './examine.ts';

export async function* examineStorage(
  house: House,
  subject: Subject,
  signal?: AbortSignal,
): AsyncGenerator<Check> {
  const found = await resolve(house, subject).catch((error: unknown) => {
    if (isError(error, 'storage')) return error;
    throw error;
  });
  if (isError(found, 'storage')) yield notOpened(found);
  else yield* examine(found, house.ports, signal);
}
