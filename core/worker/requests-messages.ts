/** What a tab tells its requests worker: where it runs, and the credentials that live in its memory only. */
import type { Host } from '../ports.ts';
import type { SessionCredentials } from '../workspace/vault.ts';

export interface RequestsMessage {
  readonly host: Host;
  readonly databaseName: string;
  readonly session: SessionCredentials;
}
