/** The keys of a task's files in a target, made from its template. */
import type { FrameEntry } from '../model/frame.ts';
import type { Target } from '../model/target.ts';
import type { Task } from '../model/task.ts';
import type { NameOf } from './frame-names.ts';

/**
 * `{path}` is the frame's name with its folders and without its ending, `{name}` the same without folders,
 * `{ending}` its ending, `{frame}` its number of six digits, `{task}` the task's name.
 */
export function targetKey(
  { prefix, name }: Pick<Target, 'prefix' | 'name'>,
  task: Pick<Task, 'name'>,
  frame: number,
  frameName: string,
): string {
  const file = frameName.slice(frameName.lastIndexOf('/') + 1);
  const dot = file.lastIndexOf('.');
  const ending = dot > 0 ? file.slice(dot + 1) : '';
  const withoutEnding = (text: string): string => (ending === '' ? text : text.slice(0, -ending.length - 1));
  const parts: Readonly<Record<string, string>> = {
    path: withoutEnding(frameName),
    name: withoutEnding(file),
    ending,
    frame: String(frame).padStart(6, '0'),
    task: task.name.replaceAll('/', '-'),
  };
  return prefix + name.replace(/\{(\w+)\}/g, (whole, part: string) => parts[part] ?? whole);
}

/** The same with the frame's number before the ending: for a frame whose name another frame has taken. */
export function numberedKey(key: string, frame: number): string {
  const dot = key.lastIndexOf('.');
  const number = `.${String(frame).padStart(6, '0')}`;
  return dot > key.lastIndexOf('/') ? `${key.slice(0, dot)}${number}${key.slice(dot)}` : key + number;
}

export function frameNameOf(entry: FrameEntry, nameOf: NameOf): string {
  const name = nameOf(entry);
  // Of an address, what stands before the host's end says nothing.
  return URL.canParse(name) ? new URL(name).pathname.replace(/^\/+/, '') : name;
}
