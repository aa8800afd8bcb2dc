/** Amazon S3 and everything that speaks it. */
import type { Credentials, StorageSettings } from '#core/model/storage.ts';
import { parseAddress } from '#core/storage/s3/address.ts';
import { bucketUrl } from '#core/storage/s3/url.ts';
import {
  endpointCheck,
  endpointOf,
  nameFrom,
  prefixOf,
  type ProviderForm,
  required,
  type Values,
  valueOf,
} from './form.ts';
import { regions } from './regions.ts';

const withKeys = (values: Values): boolean => values['kind'] !== 'anonymous';
const withToken = (values: Values): boolean => values['kind'] === 'token';

export const s3Form: ProviderForm = {
  provider: 's3',
  title: 'S3',
  example: 's3://bucket/prefix',
  empty: { region: 'us-east-1', addressing: 'virtual', kind: 'keys' },
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
      key: 'region',
      label: 'Region',
      kind: 'suggest',
      choices: regions,
      check: required('region', 'A region, as us-east-1; for other services often “auto”.'),
    },
    { key: 'endpoint', label: 'Endpoint', kind: 'mono', placeholder: 'Amazon’s own', check: endpointCheck },
    {
      key: 'addressing',
      label: 'Bucket in the address',
      kind: 'segmented',
      options: [
        { value: 'virtual', label: 'Before the host' },
        { value: 'path', label: 'In the path' },
      ],
    },
  ],
  credentialFields: [
    {
      key: 'kind',
      label: 'Credentials',
      kind: 'select',
      options: [
        { value: 'keys', label: 'Access key and secret key' },
        { value: 'token', label: 'Access key, secret key and session token' },
        { value: 'anonymous', label: 'None: the bucket is public' },
      ],
    },
    {
      key: 'accessKeyId',
      label: 'Access key ID',
      kind: 'mono',
      half: true,
      when: withKeys,
      check: required('accessKeyId', 'The ID that goes with the secret key.'),
    },
    {
      key: 'secretAccessKey',
      label: 'Secret key',
      kind: 'secret',
      half: true,
      when: withKeys,
      check: secretError,
    },
    {
      key: 'sessionToken',
      label: 'Session token',
      kind: 'secret',
      when: withToken,
      help: 'Work goes on when it expires: you are asked for a new one.',
      check: required('sessionToken', 'The token that came with these keys.'),
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
  originOf: (settings) => (settings.provider === 's3' ? new URL(bucketUrl(settings)).origin : undefined),
};

function settingsOf(values: Values): StorageSettings {
  return {
    provider: 's3',
    bucket: valueOf(values, 'bucket'),
    prefix: prefixOf(values),
    region: valueOf(values, 'region'),
    endpoint: endpointOf(values),
    addressing: values['addressing'] === 'path' ? 'path' : 'virtual',
    anonymous: !withKeys(values),
  };
}

function credentialsOf(values: Values): Credentials | undefined {
  if (!withKeys(values)) return undefined;
  return {
    accessKeyId: valueOf(values, 'accessKeyId'),
    secretAccessKey: valueOf(values, 'secretAccessKey'),
    ...(withToken(values) ? { sessionToken: valueOf(values, 'sessionToken') } : {}),
  };
}

/** Amazon's secret keys have 40 characters; other services have rules of their own. */
function secretError(values: Values): string | undefined {
  const { length } = valueOf(values, 'secretAccessKey');
  if (length === 0) return 'The secret that goes with the key ID.';
  if (endpointOf(values) !== '' || length === 40) return undefined;
  const off = Math.abs(length - 40);
  const amount = off === 1 ? 'One character' : `${off} characters`;
  return length < 40 ? `${amount} short: ${length} of 40` : `${amount} too many: ${length} of 40`;
}

/** What a console's link says: `bucket`, `prefix`, `region`, `partition` (Amazon's, as `aws-cn`). */
export function valuesFromLink(
  link: Readonly<Record<string, string | string[] | undefined>>,
): Values | undefined {
  const bucket = one(link['bucket']);
  if (bucket === '') return undefined;
  const prefix = one(link['prefix']).replace(/^\//, '');
  const region = one(link['region']) || 'us-east-1';
  // China's partition is the one whose endpoints do not end in amazonaws.com.
  const endpoint = one(link['partition']) === 'aws-cn' ? `https://s3.${region}.amazonaws.com.cn` : '';
  return { address: `s3://${bucket}/${prefix}`, bucket, prefix, region, endpoint };
}

function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
