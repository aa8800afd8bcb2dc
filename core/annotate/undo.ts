/** What can be taken back and done again, worked out from a log that only ever grows. */
import type { LogEntry } from '../model/log-entry.ts';

export interface UndoStacks {
  /** Done and not taken back, oldest first. */
  readonly done: LogEntry[];
  /** Taken back, the next to be done again last. */
  readonly undone: LogEntry[];
}

/** Follows one entry. A new deed forgets what was taken back before it, as everywhere. */
export function follow(stacks: UndoStacks, entry: LogEntry): void {
  if (entry.kind === 'do') {
    stacks.done.push(entry);
    stacks.undone.length = 0;
    return;
  }
  const [from, to] = entry.kind === 'undo' ? [stacks.done, stacks.undone] : [stacks.undone, stacks.done];
  const moved = from.pop();
  if (moved) to.push(moved);
}

export function undoStacks(log: readonly LogEntry[]): UndoStacks {
  const stacks: UndoStacks = { done: [], undone: [] };
  for (const entry of log) follow(stacks, entry);
  return stacks;
}
