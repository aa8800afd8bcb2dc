/** Every format: one entry each, its code loaded when first used. */
import { InvalidDataError } from '../errors.ts';
import type { Format } from './format.ts';

interface FormatEntry {
  readonly id: string;
  /** As CVAT names it. */
  readonly name: string;
  /** What it holds, for the list one chooses from. */
  readonly words: string;
  /** Of the file it writes; with a dot. */
  readonly extension: string;
  load(): Promise<Format>;
}

export const coco: FormatEntry = {
  id: 'coco',
  name: 'COCO 1.0',
  words: 'JSON: boxes with their attributes',
  extension: '.json',
  load: async () => (await import('./coco/coco.ts')).coco,
};

export const formats: readonly FormatEntry[] = [coco];

/** The name of a format by its id; the id itself where it is not known any more. */
export function formatName(id: string): string {
  return formats.find((format) => format.id === id)?.name ?? id;
}

/** @throws InvalidDataError for an id that no format has. */
export function formatEntry(id: string): FormatEntry {
  const entry = formats.find((format) => format.id === id);
  if (!entry) throw new InvalidDataError(`There is no format "${id}".`, { where: 'format' });
  return entry;
}
