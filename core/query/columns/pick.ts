/**
 * One page out of many rows in an order, without sorting them all: rows are dealt into buckets by the first key,
 * and only the buckets that the page touches are looked at further.
 */
import { missing } from './column.ts';

export interface RankKey {
  /** A number for each row of the table; `missing` comes last, whatever the direction. */
  readonly values: Int32Array | Uint32Array | Float64Array;
  readonly descending: boolean;
}

/** So many rows are simply sorted. */
const few = 2048;
const bucketCount = 4096;

/** Rows `from` to `to` (not included) of `rows` in the order of `keys`, of which the last must tell all rows apart. */
export function pick(rows: Uint32Array, keys: readonly RankKey[], from: number, to: number): number[] {
  const found: number[] = [];
  take(rows, keys, 0, Math.max(0, from), Math.min(rows.length, to), found);
  return found;
}

function take(
  rows: Uint32Array,
  keys: readonly RankKey[],
  level: number,
  from: number,
  to: number,
  found: number[],
): void {
  if (from >= to) return;
  const key = keys[level];
  if (!key || rows.length <= few) {
    const sorted = [...rows].sort(compareBy(keys, level));
    for (let at = from; at < to; at++) found.push(sorted[at] ?? 0);
    return;
  }
  const { values, descending } = key;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < rows.length; at++) {
    const value = values[rows[at] ?? 0] ?? missing;
    if (value === missing) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const range = high >= low ? high - low : 0;
  // One value a bucket where they suffice, so that a full bucket goes on to the next key.
  const buckets = Math.min(bucketCount, range + 1);
  const scale = buckets / (range + 1);
  const dealt = new Uint16Array(rows.length);
  const counts = new Uint32Array(buckets + 1);
  for (let at = 0; at < rows.length; at++) {
    const value = values[rows[at] ?? 0] ?? missing;
    const up = Math.floor((value - low) * scale);
    const bucket = value === missing ? buckets : descending ? buckets - 1 - up : up;
    dealt[at] = bucket;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }

  let before = 0;
  const touched = new Map<number, { start: number; rows: Uint32Array; at: number }>();
  for (let bucket = 0; bucket <= buckets && before < to; bucket++) {
    const count = counts[bucket] ?? 0;
    if (count > 0 && before + count > from) {
      touched.set(bucket, { start: before, rows: new Uint32Array(count), at: 0 });
    }
    before += count;
  }
  const isWhole = touched.size === 1 && [...touched.values()][0]?.rows.length === rows.length;
  const isOneValue = scale === 1;
  if (isWhole) {
    const isMissingOnly = touched.has(buckets);
    take(rows, keys, isOneValue || isMissingOnly ? level + 1 : level, from, to, found);
    return;
  }
  const isTouched = new Uint8Array(buckets + 1);
  for (const bucket of touched.keys()) isTouched[bucket] = 1;
  for (let at = 0; at < rows.length; at++) {
    const bucket = dealt[at] ?? 0;
    const own = isTouched[bucket] === 1 ? touched.get(bucket) : undefined;
    if (own) own.rows[own.at++] = rows[at] ?? 0;
  }
  for (const [bucket, { start, rows: own }] of touched) {
    const next = isOneValue || bucket === buckets ? level + 1 : level;
    take(own, keys, next, Math.max(0, from - start), Math.min(own.length, to - start), found);
  }
}

function compareBy(keys: readonly RankKey[], level: number): (a: number, b: number) => number {
  return (a, b) => {
    for (let at = level; at < keys.length; at++) {
      const key = keys[at];
      if (!key) break;
      const x = key.values[a] ?? missing;
      const y = key.values[b] ?? missing;
      if (x === y) continue;
      if (x === missing) return 1;
      if (y === missing) return -1;
      return key.descending ? y - x : x - y;
    }
    return 0;
  };
}
