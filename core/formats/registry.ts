/** Every format: one line each, loaded when first used. */
import { InvalidDataError } from '../errors.ts';
import type { Format } from './format.ts';

const loaders: ReadonlyMap<string, () => Promise<Format>> = new Map([
  ['coco', async () => (await import('./coco/coco.ts')).coco],
]);

/** The ids that `loadFormat` knows. */
export const formatIds: readonly string[] = [...loaders.keys()];

/** @throws InvalidDataError for an id that no format has. */
export async function loadFormat(id: string): Promise<Format> {
  const load = loaders.get(id);
  if (!load) throw new InvalidDataError(`There is no format "${id}".`, { where: 'format' });
  return load();
}
