/** What was done: a name for people, and each object before and after. */
import type { Change } from '../model/log-entry.ts';
import type { Shape } from '../model/shape.ts';

export interface Command {
  /** As the history says it: "Draw person 12". */
  readonly name: string;
  readonly changes: readonly Change[];
}

/** The changes that take these back. */
export function inverse(changes: readonly Change[]): Change[] {
  return changes.toReversed().map(({ frame, before, after }) => ({
    frame,
    ...(after ? { before: after } : {}),
    ...(before ? { after: before } : {}),
  }));
}

/** Changes some fields of some shapes on one frame. Undefined when nothing would change. */
export function updateCommand(
  name: string,
  frame: number,
  shapes: readonly Shape[],
  patch: (shape: Shape) => Partial<Omit<Shape, 'id' | 'kind'>>,
  now: number,
): Command | undefined {
  const changes: Change[] = [];
  for (const before of shapes) {
    const after = { ...before, ...patch(before) };
    if (!sameShape(before, after)) changes.push({ frame, before, after: { ...after, updatedAt: now } });
  }
  return changes.length === 0 ? undefined : { name, changes };
}

export function deleteCommand(name: string, frame: number, shapes: readonly Shape[]): Command {
  return { name, changes: shapes.map((before) => ({ frame, before })) };
}

function sameShape(a: Shape, b: Shape): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
