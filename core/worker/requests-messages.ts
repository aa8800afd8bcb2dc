/** What a tab tells its requests worker. */
import type { JobId } from '../model/ids.ts';
import type { Host } from '../ports.ts';
import type { SessionCredentials } from '../workspace/vault.ts';

export type RequestsMessage =
  /** Where it runs; said once, first. */
  | { readonly kind: 'begin'; readonly host: Host; readonly databaseName: string }
  /** The credentials that live in the tab's memory only. */
  | { readonly kind: 'session'; readonly session: SessionCredentials }
  /** Take a job's log into its frame documents; answered on the port with `undefined` or an error's words. */
  | { readonly kind: 'fold'; readonly jobId: JobId; readonly answer: MessagePort };
