/** The rule that lets a page read an account, ready to paste. Azure keeps it for the whole account, not for a container. */
import type { Remedy } from '../../errors.ts';
import type { AzureSettings } from '../../model/storage.ts';
import type { Host } from '../../ports.ts';
import { accountUrl } from './url.ts';

const methods = ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'];
/** What the page wants to see of an answer; browsers hide all but a few headers otherwise. */
const exposed = [
  'ETag',
  'Content-Range',
  'Content-Length',
  'Accept-Ranges',
  'Date',
  'x-ms-error-code',
  'x-ms-request-id',
];

/** One rule for one origin, as the service's properties take it. */
export function corsRule(origin: string): {
  readonly allowedOrigins: readonly string[];
  readonly allowedMethods: readonly string[];
  readonly allowedHeaders: readonly string[];
  readonly exposedHeaders: readonly string[];
  readonly maxAgeInSeconds: number;
} {
  return {
    allowedOrigins: [origin],
    allowedMethods: methods,
    allowedHeaders: ['*'],
    exposedHeaders: exposed,
    maxAgeInSeconds: 3600,
  };
}

/** What a person does about a missing rule. */
export function corsRemedy(settings: AzureSettings, host: Host): Remedy {
  const command = [
    'az storage cors add --services b',
    `--methods ${methods.join(' ')}`,
    `--origins ${quote(host.origin)}`,
    "--allowed-headers '*'",
    `--exposed-headers ${exposed.join(' ')}`,
    '--max-age 3600',
    account(settings),
  ].join(' ');
  const snippets = [
    { title: 'Command', text: command },
    { title: 'Rule', text: JSON.stringify({ cors: { corsRules: [corsRule(host.origin)] } }, null, 2) },
  ];
  const server = new URL(accountUrl(settings)).host;
  return host.kind === 'extension'
    ? { text: `Allow the extension to reach ${server}, or add the rule to the account.`, snippets }
    : {
        text: 'Add the rule to the Blob service of the account (the command below does it), or go on in the extension, which needs none.',
        snippets,
      };
}

/** Said in place of the sentence on a bucket's rule. */
export function blockedWords({ account, container }: AzureSettings, verb: string, { origin }: Host): string {
  return `This page may not ${verb} "${container}": the account "${account}" has no rule for ${origin}.`;
}

/** How the command finds the account: Azure's clouds by name, any other server by its address. */
function account({ account, endpoint }: AzureSettings): string {
  if (endpoint === '' || /\.blob\.core\.[a-z.]+$/.test(new URL(endpoint).hostname)) {
    return `--account-name ${quote(account)}`;
  }
  return `--connection-string ${quote(`AccountName=${account};AccountKey=KEY;BlobEndpoint=${endpoint}`)}`;
}

/** Quotes a word for a POSIX shell. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
