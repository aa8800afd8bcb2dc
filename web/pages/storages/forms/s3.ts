/** Amazon S3 and everything that speaks it. */
import type { Credentials, S3Role, StorageSettings } from '#core/model/storage.ts';
import { parseAddress } from '#core/storage/s3/address.ts';
import { bucketUrl } from '#core/storage/s3/url.ts';
import {
  endpointCheck,
  endpointOf,
  type FormField,
  nameFrom,
  prefixOf,
  presignField,
  presignSetting,
  type ProviderForm,
  required,
  type Values,
  valueOf,
} from './form.ts';
import {
  placeholderIn,
  serviceAt,
  serviceOf,
  serviceOptions,
  withRegion,
  withService,
} from './s3-services.ts';

const withKeys = (values: Values): boolean => values['kind'] !== 'anonymous';
const withToken = (values: Values): boolean => values['kind'] === 'token';
const withRole = (values: Values): boolean => values['kind'] === 'role';
const isAmazon = (values: Values): boolean => endpointOf(values) === '';

export const s3Form: ProviderForm = {
  provider: 's3',
  title: 'S3',
  example: 's3://bucket/prefix',
  empty: { service: 'amazon', region: 'us-east-1', addressing: 'virtual', requesterPays: 'no', kind: 'keys' },
  fields: [
    {
      key: 'service',
      label: 'Service',
      kind: 'select',
      options: serviceOptions,
      brings: withService,
    },
    {
      key: 'bucket',
      label: 'Bucket',
      kind: 'mono',
      half: true,
      check: required('bucket', 'Which bucket? Its name, or an address above.'),
    },
    { key: 'prefix', label: 'Prefix', kind: 'mono', half: true, placeholder: 'the whole bucket' },
    ...serviceOptions.map(({ value }): FormField => {
      const service = serviceOf({ service: value });
      return {
        key: 'region',
        label: 'Region',
        kind: 'suggest',
        choices: service.regions,
        when: (values) => serviceOf(values) === service,
        brings: withRegion,
        check: required('region', 'A region, as us-east-1; for other services often “auto”.'),
      };
    }),
    ...serviceOptions.map(({ value }): FormField => {
      const service = serviceOf({ service: value });
      return {
        key: 'endpoint',
        label: 'Endpoint',
        kind: 'mono',
        placeholder: service.endpoint || 'Amazon’s own',
        when: (values) => serviceOf(values) === service,
        ...(service.help === undefined ? {} : { help: service.help }),
        check: (values) => serverError(values, service.endpoint !== ''),
      };
    }),
    {
      key: 'addressing',
      label: 'Bucket in the address',
      kind: 'segmented',
      options: [
        { value: 'virtual', label: 'Before the host' },
        { value: 'path', label: 'In the path' },
      ],
    },
    {
      key: 'requesterPays',
      label: 'Who pays for reading',
      kind: 'segmented',
      folded: true,
      options: [
        { value: 'no', label: 'The bucket’s owner' },
        { value: 'yes', label: 'Whoever asks: you' },
      ],
    },
    presignField('How long an address that reads holds. 0 signs headers, not addresses.'),
  ],
  credentialFields: [
    {
      key: 'kind',
      label: 'Credentials',
      kind: 'select',
      options: [
        { value: 'keys', label: 'Access key and secret key' },
        { value: 'token', label: 'Access key, secret key and session token' },
        { value: 'role', label: 'Access key, secret key and a role' },
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
    {
      key: 'roleArn',
      label: 'Role',
      kind: 'mono',
      when: withRole,
      placeholder: 'arn:aws:iam::123456789012:role/NAME',
      help: 'Taken on through STS. Its keys stay in memory and are renewed by themselves.',
      check: roleError,
    },
    {
      key: 'externalId',
      label: 'External ID',
      kind: 'mono',
      half: true,
      when: withRole,
      placeholder: 'none',
      check: externalIdError,
    },
    {
      key: 'stsEndpoint',
      label: 'STS endpoint',
      kind: 'mono',
      half: true,
      when: withRole,
      placeholder: 'where the bucket is',
      check: (values) => endpointCheck({ endpoint: values['stsEndpoint'] ?? '' }),
    },
  ],
  parse(address) {
    const parsed = parseAddress(address);
    if (!parsed) return undefined;
    const { anonymous: _, ...said } = parsed.settings;
    const { endpoint, region = 'us-east-1' } = said;
    const service = endpoint === undefined ? {} : { service: serviceAt(endpoint, region) };
    return { values: { ...said, ...service }, words: parsed.words };
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
    ...(values['requesterPays'] === 'yes' ? { requesterPays: true } : {}),
    ...presignSetting(values),
  };
}

function credentialsOf(values: Values): Credentials | undefined {
  if (!withKeys(values)) return undefined;
  return {
    accessKeyId: valueOf(values, 'accessKeyId'),
    secretAccessKey: valueOf(values, 'secretAccessKey'),
    ...(withToken(values) ? { sessionToken: valueOf(values, 'sessionToken') } : {}),
    ...(withRole(values) ? { role: roleOf(values) } : {}),
  };
}

function roleOf(values: Values): S3Role {
  const [externalId, endpoint] = [valueOf(values, 'externalId'), valueOf(values, 'stsEndpoint')];
  return {
    arn: valueOf(values, 'roleArn'),
    ...(externalId === '' ? {} : { externalId }),
    ...(endpoint === '' ? {} : { endpoint }),
  };
}

/** MinIO has no roles: there it may stay empty. */
function roleError(values: Values): string | undefined {
  const arn = valueOf(values, 'roleArn');
  const isArn = /^arn:aws[a-z-]*:iam::\d{12}:role\/\S+$/.test(arn);
  return isArn || (arn === '' && !isAmazon(values))
    ? undefined
    : 'A role is written as arn:aws:iam::123456789012:role/NAME.';
}

function externalIdError(values: Values): string | undefined {
  const id = valueOf(values, 'externalId');
  return id === '' || /^[\w+=,.@:/\\-]{2,1224}$/.test(id)
    ? undefined
    : 'Letters, digits and +=,.@:/- without spaces, two or more.';
}

function serverError(values: Values, isNeeded: boolean): string | undefined {
  const endpoint = endpointOf(values);
  if (isNeeded && endpoint === '') return 'This service needs its endpoint.';
  const word = placeholderIn(endpoint);
  return word === undefined ? endpointCheck(values) : `Put your own in place of ${word}.`;
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
  const service = serviceAt('', region);
  return { address: `s3://${bucket}/${prefix}`, service, bucket, prefix, region, endpoint };
}

function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
