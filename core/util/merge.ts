/**
 * Everything of some sorted runs, in order; what is alike keeps the order of the runs. A heap of their heads: nothing
 * is copied but the heads, however many runs there are.
 */
export function* merge<T>(runs: readonly (readonly T[])[], compare: (a: T, b: T) => number): Generator<T> {
  const heads = runs.flatMap((run, index) => {
    const iterator = run[Symbol.iterator]();
    const first = iterator.next();
    return first.done ? [] : [{ iterator, item: first.value, index }];
  });
  const isBefore = (a: (typeof heads)[number], b: (typeof heads)[number]): boolean => {
    const order = compare(a.item, b.item);
    return order < 0 || (order === 0 && a.index < b.index);
  };
  for (let parent = (heads.length >> 1) - 1; parent >= 0; parent--) sink(heads, parent, isBefore);
  for (let head = heads[0]; head !== undefined; head = heads[0]) {
    yield head.item;
    const next = head.iterator.next();
    if (!next.done) head.item = next.value;
    else {
      const end = heads.pop();
      if (end !== undefined && heads.length > 0) heads[0] = end;
    }
    sink(heads, 0, isBefore);
  }
}

/** Lets one element of a heap fall to where it belongs. */
function sink<T>(heap: T[], from: number, isBefore: (a: T, b: T) => boolean): void {
  for (let at = from; ; ) {
    const item = heap[at];
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
    if (item === undefined || left === undefined) return;
    const isRight = right !== undefined && isBefore(right, left);
    const child = isRight ? right : left;
    if (!isBefore(child, item)) return;
    const next = 2 * at + (isRight ? 2 : 1);
    heap[at] = child;
    heap[next] = item;
    at = next;
  }
}
