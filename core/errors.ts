/** Every error a person may meet: a tag for the code, and what, where, and what to do for the person. */

/** What went wrong at a storage, in the words of the store contract. */
export type StorageErrorCode =
  | 'cors'
  | 'forbidden'
  | 'not-found'
  | 'credentials-expired'
  | 'credentials-invalid'
  | 'locked'
  | 'clock-skew'
  | 'wrong-region'
  | 'throttled'
  | 'precondition-failed'
  | 'offline'
  | 'mixed-content'
  | 'invalid-name'
  | 'too-large'
  | 'unexpected';

/** Something a person can do: words, and what they can copy or press. */
export interface Remedy {
  /** One or two sentences. */
  readonly text: string;
  /** Text to paste elsewhere: a policy, a command. */
  readonly snippets?: readonly { readonly title: string; readonly text: string }[];
  /** A correction the form can apply at once. */
  readonly fix?: { readonly field: 'region' | 'endpoint' | 'addressing'; readonly value: string };
}

interface ErrorFields {
  readonly cause?: unknown;
  readonly remedy?: Remedy;
}

abstract class BucketmarkError extends Error {
  abstract readonly tag: 'storage' | 'invalid-data' | 'frame' | 'disk';
  readonly remedy: Remedy | undefined;

  constructor(message: string, fields: ErrorFields = {}) {
    super(message, fields.cause === undefined ? undefined : { cause: fields.cause });
    this.remedy = fields.remedy;
    this.name = new.target.name;
  }
}

/** A storage refused, could not be reached, or does not hold what was asked for. */
export class StorageError extends BucketmarkError {
  readonly tag = 'storage';
  readonly code: StorageErrorCode;
  /** `list`, `stat`, `read`, `write`, `remove` or `presign`. */
  readonly operation: string;
  readonly key: string | undefined;
  readonly status: number | undefined;
  /** How long the storage asked to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(
    code: StorageErrorCode,
    message: string,
    fields: ErrorFields & { operation: string; key?: string; status?: number; retryAfterMs?: number },
  ) {
    super(message, fields);
    this.code = code;
    this.operation = fields.operation;
    this.key = fields.key;
    this.status = fields.status;
    this.retryAfterMs = fields.retryAfterMs;
  }
}

/** Input from outside that does not fit its schema; `where` is a path, line or field. */
export class InvalidDataError extends BucketmarkError {
  readonly tag = 'invalid-data';
  readonly where: string;

  constructor(message: string, fields: ErrorFields & { where: string }) {
    super(message, fields);
    this.where = fields.where;
  }
}

/** Why a frame cannot be shown. */
export type FrameErrorCode = 'not-an-image' | 'empty' | 'truncated' | 'no-size' | 'too-large';

/** An object that was read but is no frame that can be painted. */
export class FrameError extends BucketmarkError {
  readonly tag = 'frame';
  readonly code: FrameErrorCode;
  readonly key: string;

  constructor(code: FrameErrorCode, message: string, fields: ErrorFields & { key: string }) {
    super(message, fields);
    this.code = code;
    this.key = fields.key;
  }
}

/** The device's own disk refused: it is full, or the database was closed under us. */
export class DiskError extends BucketmarkError {
  readonly tag = 'disk';
  readonly code: 'full' | 'closed';

  constructor(code: 'full' | 'closed', message: string, fields: ErrorFields = {}) {
    super(message, fields);
    this.code = code;
  }
}

interface ErrorByTag {
  storage: StorageError;
  'invalid-data': InvalidDataError;
  frame: FrameError;
  disk: DiskError;
}

/** The one guard: `isError(error, 'storage')` narrows to `StorageError`. */
export function isError<Tag extends keyof ErrorByTag>(error: unknown, tag: Tag): error is ErrorByTag[Tag] {
  return error instanceof BucketmarkError && error.tag === tag;
}

/** Aborting is no error for a person: callers check this first and say nothing. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** An error as plain data, for the database and for messages between threads. */
export interface ErrorReport {
  readonly tag: string;
  readonly code: string;
  readonly message: string;
  readonly key?: string;
  readonly where?: string;
  readonly remedy?: Remedy;
}

/** Says an error as data. Unknown errors keep their message, and nothing else of theirs. */
export function toErrorReport(error: unknown): ErrorReport {
  if (!(error instanceof BucketmarkError)) {
    return {
      tag: 'unknown',
      code: 'unexpected',
      message: error instanceof Error ? error.message : String(error),
    };
  }
  const remedy = error.remedy ? { remedy: error.remedy } : {};
  const base = { tag: error.tag, message: error.message, ...remedy };
  if (isError(error, 'storage')) {
    return { ...base, code: error.code, ...(error.key === undefined ? {} : { key: error.key }) };
  }
  if (isError(error, 'frame')) return { ...base, code: error.code, key: error.key };
  if (isError(error, 'invalid-data')) return { ...base, code: 'invalid', where: error.where };
  if (isError(error, 'disk')) return { ...base, code: error.code };
  return { ...base, code: 'unexpected' };
}
