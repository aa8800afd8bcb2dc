/** The powers core is given. Nothing in core reaches for the ambient ones. */

export type Fetch = (input: Request | URL | string, init?: RequestInit) => Promise<Response>;

export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** Resolves after `ms`, rejects with an `AbortError` when `signal` fires first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface Random {
  uuid(): string;
  /** Uniform in [0, 1). */
  unit(): number;
  bytes(length: number): Uint8Array<ArrayBuffer>;
}

/** The browser's own disk (OPFS). */
export interface Files {
  root(): Promise<FileSystemDirectoryHandle>;
  /** Bytes used and available; `persistent` when the browser will not clear them on its own. */
  space(): Promise<{ used: number; available: number; persistent: boolean }>;
}

/** Locks among all tabs and workers of this origin (Web Locks). */
export interface Locks {
  /** Waits for the lock; gives what releases it. Rejects when `signal` fires first. */
  hold(name: string, signal?: AbortSignal): Promise<() => void>;
  /**
   * Takes the lock only if nobody has it; `steal` takes it from whoever has.
   * `onLost` is called when it is taken from us. Gives what releases it, or undefined.
   */
  tryHold(
    name: string,
    options?: { readonly steal?: boolean; readonly onLost?: () => void },
  ): Promise<(() => void) | undefined>;
  /** Names of all that somebody holds. */
  held(): Promise<string[]>;
}

/** Small secrets that outlive a reload, each sealed on this device: what an upload needs to go on. */
export interface Notes {
  read(name: string): Promise<string | undefined>;
  /** For a week at most. */
  keep(name: string, text: string): Promise<void>;
  forget(name: string): Promise<void>;
}

interface Log {
  warn(message: string, details?: unknown): void;
}

/** Where this code runs, for remedies: the page's origin, and whether host permissions lift CORS. */
export interface Host {
  readonly origin: string;
  readonly kind: 'web' | 'extension';
}

export interface Ports {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly random: Random;
  readonly files: Files;
  readonly locks: Locks;
  readonly notes: Notes;
  readonly log: Log;
  readonly host: Host;
}
