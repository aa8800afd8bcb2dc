/** Google Cloud Storage. */
import * as v from 'valibot';
import { isError } from '#core/errors.ts';
import { gcsCredentialsSchema } from '#core/model/credentials-schema.ts';
import type { Credentials, StorageSettings } from '#core/model/storage.ts';
import { parseAddress, parseKeyFile } from '#core/storage/gcs/address.ts';
import { beginGoogleSignIn } from '#core/storage/gcs/sign-in.ts';
import { serviceRoot } from '#core/storage/gcs/url.ts';
import { redirectAddress, signInWith } from '#web/host/sign-in.ts';
import {
  endpointCheck,
  endpointOf,
  nameFrom,
  type ProviderForm,
  prefixOf,
  presignField,
  presignSetting,
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
    presignField(
      'With a key file: read by signed addresses that hold so long, which is faster and needs the bucket’s rule; empty reads by token. With an HMAC key 15; 0 signs headers.',
      'by token',
    ),
  ],
  credentialFields: [
    {
      key: 'gcsKind',
      label: 'Credentials',
      kind: 'select',
      options: [
        { value: 'key-file', label: 'Key file of a service account' },
        { value: 'sign-in', label: 'Sign in with Google' },
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
    {
      key: 'googleClientId',
      label: 'Client ID',
      kind: 'mono',
      when: isKind('sign-in'),
      placeholder: '….apps.googleusercontent.com',
      get help() {
        return `Of a web application, with ${redirectAddress()} as redirect URI.`;
      },
      check: required('googleClientId', 'The client ID, from Google’s console under Credentials.'),
    },
    {
      key: 'googleSignIn',
      label: 'Sign in with Google',
      kind: 'sign-in',
      when: isKind('sign-in'),
      help: 'It holds for an hour; then you are asked again.',
      check: (values) => (signedIn(values) ? undefined : 'Sign in first.'),
      signIn: async (values) => {
        const clientId = valueOf(values, 'googleClientId');
        const who = await signInWith((redirect, ports) => beginGoogleSignIn({ clientId }, redirect, ports));
        return JSON.stringify(who);
      },
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
    ...presignSetting(values),
  };
}

function credentialsOf(values: Values): Credentials | undefined {
  switch (valueOf(values, 'gcsKind')) {
    case 'sign-in':
      return signedIn(values);
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

/** Who signed in, if it was with the client that is typed. */
function signedIn(values: Values): Credentials | undefined {
  const kept = values['googleSignIn'] ?? '';
  if (kept === '') return undefined;
  const who = v.parse(gcsCredentialsSchema, JSON.parse(kept));
  return who.kind === 'gcs-sign-in' && who.clientId === valueOf(values, 'googleClientId') ? who : undefined;
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
