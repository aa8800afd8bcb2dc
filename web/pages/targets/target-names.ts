/** What names of target files must be. */

/** Without a part that differs, all frames would share one file. */
export function nameError(name: string): string | undefined {
  if (name.trim() === '') return 'A file has a name.';
  return /\{(path|name|frame)\}/.test(name)
    ? undefined
    : 'One of {path}, {name} or {frame} tells files apart.';
}
