/** Google Cloud Storage. */
import { isError } from '#core/errors.ts';
import type { Credentials, StorageSettings } from '#core/model/storage.ts';
import { parseAddress, parseKeyFile } from '#core/storage/gcs/address.ts';
import { serviceRoot } from '#core/storage/gcs/url.ts';
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

const isKind = (kind: string) => (values: Values) => values['gcsKind'] === kind;

export const gcsForm: ProviderForm = {
  provider: 'gcs',
  title: 'GCS',
  example: 'gs://bucket/prefix',
  empty: { gcsKind: 'key-file' },
  fields: [
    {
      key: 'bucket',
      label: 'Bucket',
      kind: 'mono',
      half: true,
      check: required('bucket', 'Which bucket? Its name, or an address above.'),
    },
    { key: 'prefix', label: 'Prefix', kind: 'mono', half: true, placeholder: 'the whole bucket' },
    {
      key: 'projectId',
      label: 'Project that pays',
      kind: 'mono',
      placeholder: 'nobody but the bucket’s owner',
      help: 'Only for buckets whose readers pay.',
    },
    { key: 'endpoint', label: 'Endpoint', kind: 'mono', placeholder: 'Google’s own', check: endpointCheck },
  ],
  credentialFields: [
    {
      key: 'gcsKind',
      label: 'Credentials',
      kind: 'select',
      options: [
        { value: 'key-file', label: 'Key file of a service account' },
        { value: 'token', label: 'Access token' },
        { value: 'hmac', label: 'HMAC key' },
        { value: 'anonymous', label: 'None: the bucket is public' },
      ],
    },
    {
      key: 'keyFile',
      label: 'Key file',
      kind: 'lines',
      when: isKind('key-file'),
      placeholder: '{ "type": "service_account", … }',
      help: 'The text of the JSON file. Signatures are made from it on this device.',
      check: keyFileProblem,
    },
    {
      key: 'accessToken',
      label: 'Access token',
      kind: 'secret',
      when: isKind('token'),
      help: 'As `gcloud auth print-access-token` prints it. It lasts an hour; you are asked for a new one.',
      check: required('accessToken', 'The token.'),
    },
    {
      key: 'accessId',
      label: 'Access ID',
      kind: 'mono',
      half: true,
      when: isKind('hmac'),
      check: required('accessId', 'The ID that goes with the secret.'),
    },
    {
      key: 'hmacSecret',
      label: 'Secret',
      kind: 'secret',
      half: true,
      when: isKind('hmac'),
      check: required('hmacSecret', 'The secret that goes with the ID.'),
    },
  ],
  parse(address) {
    const parsed = parseAddress(address);
    if (!parsed) return undefined;
    const { anonymous: _, ...said } = parsed.settings;
    return { values: said, words: parsed.words };
  },
  settingsOf,
  credentialsOf,
  proposedName: (values) => nameFrom(valueOf(values, 'bucket'), prefixOf(values)),
  originOf: (settings) => (settings.provider === 'gcs' ? new URL(serviceRoot(settings)).origin : undefined),
};

function settingsOf(values: Values): StorageSettings {
  return {
    provider: 'gcs',
    bucket: valueOf(values, 'bucket'),
    prefix: prefixOf(values),
    projectId: valueOf(values, 'projectId'),
    endpoint: endpointOf(values),
    anonymous: values['gcsKind'] === 'anonymous',
  };
}

function credentialsOf(values: Values): Credentials | undefined {
  switch (valueOf(values, 'gcsKind')) {
    case 'token':
      return { kind: 'gcs-token', accessToken: valueOf(values, 'accessToken') };
    case 'hmac':
      return {
        kind: 'gcs-hmac',
        accessId: valueOf(values, 'accessId'),
        secret: valueOf(values, 'hmacSecret'),
      };
    case 'anonymous':
      return undefined;
    default:
      return readKeyFile(values).credentials;
  }
}

function keyFileProblem(values: Values): string | undefined {
  return readKeyFile(values).problem;
}

/** A form asks for the credentials while one still types. */
function readKeyFile(values: Values): { credentials?: Credentials; problem?: string } {
  try {
    return { credentials: parseKeyFile(values['keyFile'] ?? '') };
  } catch (error) {
    if (isError(error, 'invalid-data')) return { problem: error.message };
    throw error;
  }
}
