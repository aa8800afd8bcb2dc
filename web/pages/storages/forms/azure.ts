/** Azure Blob Storage. */
import * as v from 'valibot';
import type { AzureSettings, Credentials } from '#core/model/storage.ts';
import { parseAddress } from '#core/storage/azure/address.ts';
import { beginEntraSignIn } from '#core/storage/azure/entra.ts';
import { accountUrl } from '#core/storage/azure/url.ts';
import { hostPowers } from '#core/workspace/host-powers.ts';
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

const withSas = (values: Values): boolean => values['azureKind'] === 'sas';
const withKey = (values: Values): boolean => values['azureKind'] === 'key';
const withPrincipal = (values: Values): boolean => values['azureKind'] === 'principal';
const withSignIn = (values: Values): boolean => values['azureKind'] === 'sign-in';
const withIdentity = (values: Values): boolean => withPrincipal(values) || withSignIn(values);

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
    presignField(
      'How long signatures made from a key hold for reading; 0 signs headers instead. With a sign-in or an application, empty reads by token.',
    ),
  ],
  credentialFields: [
    {
      key: 'azureKind',
      label: 'Credentials',
      kind: 'select',
      options: [
        { value: 'sas', label: 'Shared access signature (SAS)' },
        { value: 'key', label: 'Account key' },
        { value: 'sign-in', label: 'Sign in with Microsoft' },
        { value: 'principal', label: 'Application and secret (service principal)' },
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
    {
      key: 'tenant',
      label: 'Tenant',
      kind: 'mono',
      half: true,
      when: withIdentity,
      placeholder: 'ID or domain',
      check: required('tenant', 'The tenant’s ID, or one of its domains.'),
    },
    {
      key: 'clientId',
      label: 'Client ID',
      kind: 'mono',
      half: true,
      when: withIdentity,
      check: required('clientId', 'The application’s ID, from its registration.'),
    },
    {
      key: 'clientSecret',
      label: 'Client secret',
      kind: 'secret',
      when: withPrincipal,
      check: secretError,
    },
    {
      key: 'azureSignIn',
      label: 'Sign in with Microsoft',
      kind: 'sign-in',
      when: withSignIn,
      get help() {
        const platform =
          hostPowers().kind === 'web' ? 'a single-page application' : 'a mobile and desktop application';
        return `Register ${redirectAddress()} for the application, as that of ${platform}.`;
      },
      check: (values) => (signedIn(values) ? undefined : 'Sign in first.'),
      signIn: async (values) => {
        const who = identityOf(values);
        const { refreshToken } = await signInWith((redirect, ports) =>
          beginEntraSignIn(settingsOf(values), who, redirect, ports),
        );
        return JSON.stringify({ ...who, refreshToken });
      },
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

function identityOf(values: Values): { readonly tenant: string; readonly clientId: string } {
  return { tenant: valueOf(values, 'tenant'), clientId: valueOf(values, 'clientId') };
}

const signedInSchema = v.object({ tenant: v.string(), clientId: v.string(), refreshToken: v.string() });

/** Who signed in, if it was to the tenant and application that are typed. */
function signedIn(values: Values): v.InferOutput<typeof signedInSchema> | undefined {
  const kept = values['azureSignIn'] ?? '';
  if (kept === '') return undefined;
  const { tenant, clientId } = identityOf(values);
  const who = v.parse(signedInSchema, JSON.parse(kept));
  return who.tenant === tenant && who.clientId === clientId ? who : undefined;
}

/** Microsoft answers no page that has a secret. */
function secretError(values: Values): string | undefined {
  if (hostPowers().kind === 'web') {
    return 'Microsoft gives a page no token for a secret. Attach this storage in the extension, or sign in, or use a SAS token.';
  }
  return required('clientSecret', 'The value of the secret, not its ID.')(values);
}

function settingsOf(values: Values): AzureSettings {
  return {
    provider: 'azure',
    account: valueOf(values, 'account'),
    container: valueOf(values, 'container'),
    prefix: prefixOf(values),
    endpoint: endpointOf(values),
    anonymous: values['azureKind'] === 'anonymous',
    ...presignSetting(values),
  };
}

function credentialsOf(values: Values): Credentials | undefined {
  if (withSas(values)) return { kind: 'azure-sas', sas: valueOf(values, 'sas') };
  if (withPrincipal(values)) {
    const clientSecret = valueOf(values, 'clientSecret');
    return { kind: 'azure-principal', ...identityOf(values), clientSecret };
  }
  const person = withSignIn(values) ? signedIn(values) : undefined;
  if (person) return { kind: 'azure-sign-in', ...person };
  return withKey(values) ? { kind: 'azure-key', key: valueOf(values, 'accountKey') } : undefined;
}
