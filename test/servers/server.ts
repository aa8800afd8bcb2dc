/** What every server of the tests offers; `registry.ts` lists them. */

/** How a test reaches a running server. Plain data: it is handed from vitest's main process to its workers. */
export interface Access {
  /** Scheme, host and port, without a trailing slash. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface RunningServer<A = Access> {
  readonly access: A;
  readonly pid: number;
  /** Ends the process and waits for its end. */
  stop(): Promise<void>;
}

interface StartOptions {
  readonly executable: string;
  /** Empty, and the server's own. */
  readonly folder: string;
  readonly port: number;
}

export interface Server<A = Access> {
  readonly name: string;
  /**
   * Path of the executable: on the PATH, in the project's cache, or built into that cache now.
   * Throws an error that says what is missing and how to get it.
   */
  obtain(): Promise<string>;
  /** Resolves when the server answers. `port` is free. */
  start(options: StartOptions): Promise<RunningServer<A>>;
}
