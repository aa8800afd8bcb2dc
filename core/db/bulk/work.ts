/** One change to many things, a stretch at a time; and what puts it back. */

export interface Failed {
  readonly id: number;
  /** What one knows it by: "Task #12 “Dock”". */
  readonly name: string;
  readonly error: unknown;
}

export interface Stretch {
  readonly changed: readonly number[];
  /** How many had the value already. */
  readonly unchanged: number;
  readonly failures: readonly Failed[];
}

export interface Work {
  /** Ids in a stretch: few enough that nobody notices one, and many enough that a transaction is worth it. */
  readonly atOnce: number;
  /** Changes what can be changed. Throws only where nothing of the stretch was. */
  apply(ids: readonly number[]): Promise<Stretch>;
  /** Called once behind the last stretch, however it came to be the last. */
  end(): Promise<void>;
  /** What puts back everything that was changed; undefined where nothing does. */
  inverse(): Work | undefined;
}
