/** How much is chosen, in words. */
import { bytes, count, counted } from '#web/ui/format.ts';
import type { SelectionSum } from './create-selection.ts';

/** "9 objects and 2 folders, 3.1 MB and what is in the folders". */
export function sumWords({ objects, folders, bytes: size }: SelectionSum): string {
  const what = [
    ...(objects > 0 ? [counted(objects, 'object')] : []),
    ...(folders > 0 ? [counted(folders, 'folder')] : []),
  ].join(' and ');
  if (folders === 0) return `${what}, ${bytes(size)}`;
  const inside = folders === 1 ? 'what is in the folder' : 'what is in the folders';
  return objects === 0
    ? `${what}, with all that is in ${folders === 1 ? 'it' : 'them'}`
    : `${what}, ${bytes(size)} and ${inside}`;
}

/** "Make a task from these 9". */
export function makeWords({ objects, folders }: SelectionSum): string {
  if (objects + folders === 0) return 'Make a task from this folder';
  if (objects + folders === 1)
    return objects === 1 ? 'Make a task from this one' : 'Make a task from this folder';
  return `Make a task from these ${count(objects + folders)}`;
}
