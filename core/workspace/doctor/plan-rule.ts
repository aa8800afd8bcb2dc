/** Whether the rule of a storage can be changed from here, and the change. */
import { StorageError } from '../../errors.ts';
import type { Credentials, StorageSettings } from '../../model/storage.ts';
import type { Host, Ports } from '../../ports.ts';
import { bareSas } from '../../storage/azure/sas.ts';
import type { RulePlan } from '../../storage/rule-plan.ts';
import type { Check } from './check.ts';

export type { RulePlan } from '../../storage/rule-plan.ts';

interface Subject {
  readonly settings: StorageSettings;
  readonly credentials: Credentials | undefined;
}

/** Why *Apply* cannot be pressed; undefined where it can be tried. */
export function whyNotApply(
  { settings, credentials }: Subject,
  host: Host,
  checks: readonly Check[],
): string | undefined {
  const { provider } = settings;
  if (provider !== 's3' && provider !== 'azure' && provider !== 'gcs')
    return 'There is no interface that changes it.';
  if (!credentials)
    return 'Needs credentials that may change the rule: this storage is attached without any.';
  if ('kind' in credentials && /sign-in|principal/.test(credentials.kind)) {
    return 'Who is signed in may read and write here, but not change the rule: use the command.';
  }
  if (provider === 'gcs') {
    return 'kind' in credentials && credentials.kind === 'gcs-hmac'
      ? 'Google’s interface for rules takes no HMAC key: use the command.'
      : undefined;
  }
  if (checks.some(({ id, state }) => id === 'credentials' && state === 'failed')) {
    return 'The credentials are not accepted.';
  }
  const isForContainer =
    'kind' in credentials &&
    credentials.kind === 'azure-sas' &&
    !(new URLSearchParams(bareSas(credentials.sas)).get('srt') ?? '').includes('s');
  if (isForContainer) return 'This signature is for a container, and the rule is the account’s.';
  const blocked = checks.some(
    ({ id, state }) => (id === 'cors-GET' || id === 'cors-PUT') && state === 'failed',
  );
  if (!blocked) return undefined;
  return host.kind === 'extension'
    ? 'The extension was not allowed this server yet.'
    : 'As long as this page may not write, it cannot write the rule either. The extension can.';
}

/** Reads the rules and merges ours with them. Nothing is changed before `apply`. */
export async function planRule({ settings, credentials }: Subject, ports: Ports): Promise<RulePlan> {
  if (credentials && settings.provider === 's3' && !('kind' in credentials)) {
    return (await import('../../storage/s3/bucket-rule.ts')).planS3Rule(settings, credentials, ports);
  }
  if (credentials && 'kind' in credentials) {
    if (
      settings.provider === 'azure' &&
      (credentials.kind === 'azure-sas' || credentials.kind === 'azure-key')
    ) {
      return (await import('../../storage/azure/service-rule.ts')).planAzureRule(
        settings,
        credentials,
        ports,
      );
    }
    if (
      settings.provider === 'gcs' &&
      (credentials.kind === 'gcs-key-file' || credentials.kind === 'gcs-token')
    ) {
      return (await import('../../storage/gcs/bucket-rule.ts')).planGcsRule(settings, credentials, ports);
    }
  }
  throw new StorageError('unexpected', 'The rule of this storage cannot be changed with these credentials.', {
    operation: 'rule',
    remedy: { text: 'Nothing was changed. Copy the command for somebody who may.' },
  });
}
