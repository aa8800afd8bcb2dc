/** Many tasks of one choice: one for each folder, each with a name of its own. No screen in here. */
import { mediaKind } from '#core/media/kinds.ts';

/** Something that becomes a task. */
export interface MultiItem {
  /** The folder's path with its slash, or the file's. */
  readonly key: string;
  /** What `{{file_name}}` stands for: the folder's own name, the file's without its ending. */
  readonly fileName: string;
}

export const usualTemplate = '{{file_name}}';

const longestName = 256;

/** `{{index}}` counts from 0. */
export function nameFrom(template: string, item: MultiItem, index: number): string {
  return template
    .replace(/\{\{\s*(index|file_name)\s*\}\}/g, (_, what) =>
      what === 'index' ? String(index) : item.fileName,
    )
    .trim();
}

export function templateError(template: string): string | undefined {
  if (template.trim() === '') return 'The tasks need names.';
  const other = /\{\{(?!\s*(?:index|file_name)\s*\}\})[^}]*\}\}/.exec(template)?.[0];
  if (other !== undefined) return `${other} is not known: there are {{index}} and {{file_name}}.`;
  const rest = template.replaceAll(/\{\{[^{}]*\}\}/g, '');
  if (rest.includes('{{') || rest.includes('}}'))
    return 'A pair of braces is not closed: write {{index}} or {{file_name}}.';
  return undefined;
}

/** What is wrong with the names that a template gives, once it is a right one. */
export function namesError(names: readonly string[]): string | undefined {
  const empty = names.indexOf('');
  if (empty !== -1) return `Task ${empty} would have no name: write more than its blanks.`;
  const long = names.find((name) => name.length > longestName);
  return long && `“${long.slice(0, 24)}…” is longer than ${longestName} characters.`;
}

export function folderItem(prefix: string): MultiItem {
  return { key: prefix, fileName: prefix.split('/').findLast((part) => part !== '') ?? prefix };
}

/** Files that are one task each in CVAT, and why they are none here. */
export function videosIn(keys: readonly string[]): string[] {
  return keys.filter((key) => mediaKind(key) === 'video');
}
