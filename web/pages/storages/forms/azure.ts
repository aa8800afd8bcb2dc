/** Azure Blob Storage. */
import type { Credentials, StorageSettings } from '#core/model/storage.ts';
import { parseAddress } from '#core/storage/azure/address.ts';
import { accountUrl } from '#core/storage/azure/url.ts';
import {
  endpointCheck,
  endpointOf,
  nameFrom,
  type ProviderForm,
  prefixOf,
  required,
  type Values,
  valueOf,
} from './form.ts';

const withSas = (values: Values): boolean => values['azureKind'] === 'sas';
const withKey = (values: Values): boolean => values['azureKind'] === 'key';

export const azureForm: ProviderForm = {
  provider: 'azure',
  title: 'Azure',
  example: 'https://account.blob.core.windows.net/container',
  empty: { azureKind: 'sas' },
  fields: [
    {
      key: 'account',
      label: 'Account',
      kind: 'mono',
      half: true,
      check: required('account', 'The storage account’s name.'),
    },
    {
      key: 'container',
      label: 'Container',
      kind: 'mono',
      half: true,
      check: required('container', 'Which container? Its name, or an address above.'),
    },
    { key: 'prefix', label: 'Prefix', kind: 'mono', placeholder: 'the whole container' },
    { key: 'endpoint', label: 'Endpoint', kind: 'mono', placeholder: 'Azure’s own', check: endpointCheck },
  ],
  credentialFields: [
    {
      key: 'azureKind',
      label: 'Credentials',
      kind: 'select',
      options: [
        { value: 'sas', label: 'Shared access signature (SAS)' },
        { value: 'key', label: 'Account key' },
        { value: 'anonymous', label: 'None: the container is public' },
      ],
    },
    {
      key: 'sas',
      label: 'SAS token',
      kind: 'secret',
      when: withSas,
      help: 'With read and list; with create and write to export there.',
      check: required('sas', 'The token, as sv=…&sig=…'),
    },
    {
      key: 'accountKey',
      label: 'Account key',
      kind: 'secret',
      when: withKey,
      help: 'It opens the whole account. Signatures are made from it on this device.',
      check: required('accountKey', 'The key, as the portal shows it.'),
    },
  ],
  parse,
  settingsOf,
  credentialsOf,
  proposedName: (values) => nameFrom(valueOf(values, 'container'), prefixOf(values)),
  originOf: (settings) => (settings.provider === 'azure' ? new URL(accountUrl(settings)).origin : undefined),
};

/** What only Azure's addresses have: any other server of one's own is taken for one that speaks S3. */
const unmistakable =
  /^azure-blob:|\.(?:blob|dfs)\.|devstoreaccount1|[?&]sig=|^\w+=[^;]*;|^UseDevelopmentStorage=/i;

function parse(address: string): { values: Values; words: string } | undefined {
  const parsed = unmistakable.test(address.trim()) ? parseAddress(address) : undefined;
  if (!parsed) return undefined;
  const { anonymous: _, ...said } = parsed.settings;
  const { credentials } = parsed;
  if (credentials?.kind === 'azure-sas') {
    return { values: { ...said, azureKind: 'sas', sas: credentials.sas }, words: parsed.words };
  }
  if (credentials?.kind === 'azure-key') {
    return { values: { ...said, azureKind: 'key', accountKey: credentials.key }, words: parsed.words };
  }
  return { values: said, words: parsed.words };
}

function settingsOf(values: Values): StorageSettings {
  return {
    provider: 'azure',
    account: valueOf(values, 'account'),
    container: valueOf(values, 'container'),
    prefix: prefixOf(values),
    endpoint: endpointOf(values),
    anonymous: !withSas(values) && !withKey(values),
  };
}

function credentialsOf(values: Values): Credentials | undefined {
  if (withSas(values)) return { kind: 'azure-sas', sas: valueOf(values, 'sas') };
  return withKey(values) ? { kind: 'azure-key', key: valueOf(values, 'accountKey') } : undefined;
}
