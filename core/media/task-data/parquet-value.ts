/** Values of Parquet columns as JSON has them. */
import { isJsonObject } from './task-item.ts';

/** A value that JSON cannot hold. */
export class NoJsonValue extends Error {}

const strict = new TextDecoder('utf-8', { fatal: true });

/**
 * Numbers beyond 2^53 become text, times ISO 8601 in UTC, what is no number null. Bytes that are UTF-8 are text, as old
 * writers mark none of their text; other bytes (a picture, say) are refused.
 * @throws NoJsonValue with the column in its words
 */
export function toJsonValue(value: unknown, column: string): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value.toString();
  }
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array) return toText(value, column);
  if (Array.isArray(value)) return value.map((each) => toJsonValue(each, column));
  if (isJsonObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, toJsonValue(each, `${column}.${name}`)]),
    );
  }
  return value;
}

function toText(bytes: Uint8Array, column: string): string {
  try {
    const text = strict.decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Said below.
  }
  throw new NoJsonValue(
    `Column "${column}" holds bytes. Store files in the bucket, and their addresses here.`,
  );
}
