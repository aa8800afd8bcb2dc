/** The lines of the Bucket doctor. */
import type { Remedy, StorageErrorCode } from '../../errors.ts';
import type { Way } from '../../storage/patient.ts';

/** What a person can do about a line. */
export interface Advice {
  readonly title: string;
  /** What it means, in about two sentences. */
  readonly meaning: string;
  readonly ways: readonly Way[];
  /** What it replaces and needs; empty where nothing is changed. */
  readonly note: string;
  /** The rule of the bucket is what is missing. */
  readonly rule?: true;
  readonly newKeys?: true;
  readonly fix?: NonNullable<Remedy['fix']>;
}

export type CheckState = 'waiting' | 'running' | 'passed' | 'warning' | 'failed' | 'skipped';

export interface Check {
  readonly id: string;
  readonly title: string;
  readonly state: CheckState;
  /** In words, with numbers; what it waits for while it waits, and why where it was left out. */
  readonly finding: string;
  readonly tookMs?: number;
  readonly code?: StorageErrorCode;
  readonly advice?: Advice;
}

/** How one check ended. */
export interface Outcome extends Pick<Check, 'finding' | 'code' | 'advice' | 'tookMs'> {
  readonly state: 'passed' | 'warning' | 'failed' | 'skipped';
}

export interface Plan {
  readonly id: string;
  readonly title: string;
  /** Ids of checks that must have passed; those that are not in the list do not count. */
  needs(): readonly string[];
  run(): Promise<Outcome>;
}

export function isSettled({ state }: Check): boolean {
  return state !== 'waiting' && state !== 'running';
}
