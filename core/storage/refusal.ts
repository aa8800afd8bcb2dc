/** A server's answer that is not 2xx, on its way to the error that a person sees. The same for every provider by HTTP. */
import { type Remedy, StorageError, type StorageErrorCode } from '../errors.ts';

export type Operation = 'list' | 'stat' | 'read' | 'write' | 'remove' | 'presign';

/** The part of an answer that an error is read from. */
export interface Refusal {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  /** What the server wrote, or empty: an answer to HEAD has no body. */
  readonly body: string;
}

/** What a provider makes of it. */
export interface Verdict {
  readonly code: StorageErrorCode;
  readonly message: string;
  readonly remedy?: Remedy;
}

interface Asked {
  readonly operation: Operation;
  readonly key?: string | undefined;
  /** This device's time, in milliseconds since 1970. */
  readonly now: number;
}

/** The error of a verdict, with what the answer said of waiting. */
export function refusalError(
  { message, code, remedy }: Verdict,
  { status, headers }: Pick<Refusal, 'status' | 'headers'>,
  { operation, key, now }: Asked,
): StorageError {
  const retryAfterMs = retryAfter(headers.get('retry-after'), now);
  return new StorageError(code, message, {
    operation,
    status,
    ...(key === undefined ? {} : { key }),
    ...(remedy ? { remedy } : {}),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** Milliseconds to wait: `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3). */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
