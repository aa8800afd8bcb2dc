/** Redis behind an HTTP gateway. */
import type { Credentials, StorageSettings } from '#core/model/storage.ts';
import {
  endpointCheck,
  endpointOf,
  type ProviderForm,
  prefixOf,
  required,
  type Values,
  valueOf,
} from './form.ts';

const withPassword = (values: Values): boolean => values['redisKind'] === 'password';
const withToken = (values: Values): boolean => values['redisKind'] === 'token';

export const redisForm: ProviderForm = {
  provider: 'redis',
  title: 'Redis',
  example: 'redis+https://gateway.example/0/prefix',
  empty: { gateway: 'webdis', database: '0', redisKind: 'password' },
  fields: [
    {
      key: 'gateway',
      label: 'Gateway',
      kind: 'segmented',
      options: [
        { value: 'webdis', label: 'Webdis' },
        { value: 'upstash', label: 'Upstash REST' },
      ],
    },
    {
      key: 'endpoint',
      label: 'Address of the gateway',
      kind: 'mono',
      placeholder: 'https://gateway.example',
      help: 'A page cannot speak to Redis itself: a gateway in front of it answers by HTTP.',
      check: (values) =>
        required('endpoint', 'Where does the gateway answer?')(values) ?? endpointCheck(values),
    },
    {
      key: 'database',
      label: 'Database',
      kind: 'mono',
      half: true,
      // Upstash has only one.
      when: (values) => values['gateway'] !== 'upstash',
      check: (values) => (/^\d{1,5}$/.test(valueOf(values, 'database')) ? undefined : 'A number, 0 or more.'),
    },
    { key: 'prefix', label: 'Prefix', kind: 'mono', half: true, placeholder: 'every key' },
  ],
  credentialFields: [
    {
      key: 'redisKind',
      label: 'Credentials',
      kind: 'select',
      options: [
        { value: 'password', label: 'Password' },
        { value: 'token', label: 'Token' },
        { value: 'anonymous', label: 'None: the gateway asks for none' },
      ],
    },
    { key: 'user', label: 'User', kind: 'mono', half: true, when: withPassword, placeholder: 'default' },
    {
      key: 'password',
      label: 'Password',
      kind: 'secret',
      half: true,
      when: withPassword,
      check: required('password', 'The password that the gateway asks for.'),
    },
    {
      key: 'token',
      label: 'Token',
      kind: 'secret',
      when: withToken,
      check: required('token', 'The token that the gateway asks for.'),
    },
  ],
  parse,
  settingsOf,
  credentialsOf,
  proposedName: (values) => {
    const endpoint = endpointOf(values);
    return URL.canParse(endpoint) ? new URL(endpoint).host : 'Redis';
  },
  originOf: (settings) => (settings.provider === 'redis' ? new URL(settings.endpoint).origin : undefined),
};

/** `redis+https://gateway/0/prefix`: an address of our own, as a gateway's plain one says nothing of Redis. */
function parse(address: string): { values: Values; words: string } | undefined {
  const found = /^redis\+(https?:\/\/[^/\s]+)(?:\/(\d+))?(?:\/(\S*))?$/.exec(address.trim());
  if (!found) return undefined;
  const [, endpoint = '', database = '0', prefix = ''] = found;
  return {
    values: { endpoint, database, prefix },
    words: `Filled in gateway ${endpoint}, database ${database}.`,
  };
}

function settingsOf(values: Values): StorageSettings {
  return {
    provider: 'redis',
    gateway: values['gateway'] === 'upstash' ? 'upstash' : 'webdis',
    endpoint: endpointOf(values),
    database: values['gateway'] === 'upstash' ? 0 : Number(valueOf(values, 'database')),
    prefix: prefixOf(values),
    anonymous: values['redisKind'] === 'anonymous',
  };
}

function credentialsOf(values: Values): Credentials | undefined {
  if (withToken(values)) return { kind: 'redis-token', token: valueOf(values, 'token') };
  if (!withPassword(values)) return undefined;
  return { kind: 'redis-password', user: valueOf(values, 'user'), password: valueOf(values, 'password') };
}
