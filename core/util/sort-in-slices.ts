/** Sorting that lets others have their turn. */

const runLength = 2048;

/**
 * The places of `items` in their order, as a stable sort gives it. After each run of some thousand steps `rest` is
 * awaited; it may throw, which ends the sort.
 */
export async function sortInSlices<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  rest: () => Promise<void> | undefined,
): Promise<Uint32Array> {
  const order = (a: number, b: number): number => {
    const [x, y] = [items[a], items[b]];
    return x === undefined || y === undefined ? 0 : compare(x, y);
  };
  let from = Uint32Array.from(items.keys());
  for (let at = 0; at < from.length; at += runLength) {
    from.set([...from.subarray(at, at + runLength)].sort(order), at);
    await rest();
  }
  let to = new Uint32Array(from.length);
  for (let width = runLength; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      await mergeRuns(from, to, { start, width }, order, rest);
    }
    [from, to] = [to, from];
  }
  return from;
}

async function mergeRuns(
  from: Uint32Array,
  to: Uint32Array,
  { start, width }: { start: number; width: number },
  order: (a: number, b: number) => number,
  rest: () => Promise<void> | undefined,
): Promise<void> {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(start + 2 * width, from.length);
  let left = start;
  let right = middle;
  for (let at = start; at < end; at++) {
    const takesLeft = left < middle && (right >= end || order(from[left] ?? 0, from[right] ?? 0) <= 0);
    to[at] = from[takesLeft ? left++ : right++] ?? 0;
    if ((at - start) % runLength === runLength - 1) await rest();
  }
}
