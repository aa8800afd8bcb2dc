/** What the doctor asks of Azure, and what it prescribes. */
import type { AzureSettings } from '../../model/storage.ts';
import type { Host } from '../../ports.ts';
import { corsRemedy } from './cors.ts';
import { containerUrl } from './url.ts';
import {
  code,
  command,
  commonHeaders,
  fromSnippets,
  type MethodProbe,
  nowhere,
  type Patient,
  type Prescription,
  runAgain,
  steps,
} from '../patient.ts';

export function azurePatient(settings: AzureSettings, host: Host): Patient {
  const root = containerUrl(settings);
  return {
    origin: new URL(root).origin,
    place: 'container',
    methods: methods(root),
    headers: [...commonHeaders, { name: 'x-ms-request-id', without: 'support cannot find a failed request' }],
    clock: !settings.anonymous,
    credentials: !settings.anonymous,
    region: undefined,
    writes: !settings.anonymous,
    rule: rule(settings, host),
    source: permissions(settings, 'source'),
    target: permissions(settings, 'target'),
  };
}

/** Unsigned, so refused or not found, and nothing is changed. */
function methods(root: string): MethodProbe[] {
  const blob = `${root}/${nowhere}`;
  const headers = {
    'x-ms-blob-type': 'BlockBlob',
    'x-ms-blob-content-type': 'text/plain',
    'if-none-match': '*',
  };
  return [
    { method: 'GET', url: `${root}?restype=container&comp=list&maxresults=1`, use: 'listing and reading' },
    { method: 'HEAD', url: blob, use: 'sizes' },
    { method: 'PUT', url: blob, headers, body: '', use: 'writing' },
    { method: 'DELETE', url: blob, use: 'removing' },
  ];
}

function rule(settings: AzureSettings, host: Host): Prescription {
  const { snippets } = corsRemedy(settings, host);
  return {
    ways: [
      ...fromSnippets(snippets, 'Command'),
      ...fromSnippets(snippets, 'Rule', 'Rule as JSON'),
      steps(
        `Open the storage account "${settings.account}" in the portal: Settings, Resource sharing (CORS), Blob service.`,
        `Allowed origins ${host.origin}; methods GET, HEAD, PUT, DELETE, OPTIONS; allowed headers *; max age 3600.`,
        'Exposed headers: those of the rule, with commas between them.',
        'Save, and wait up to a minute.',
        runAgain,
      ),
    ],
    note: 'Adds one to the rules of the whole account, of which it takes five. Needs its key, or Microsoft.Storage/storageAccounts/blobServices/write.',
  };
}

/** What a signature must allow: `rl` reads and lists; `cw` writes; `d` deletes. */
const allowed = { source: 'rl', target: 'rcwdl' } as const;
const roles = { source: 'Storage Blob Data Reader', target: 'Storage Blob Data Contributor' } as const;

function permissions({ account, container }: AzureSettings, use: 'source' | 'target'): Prescription {
  const line = [
    `az storage container generate-sas --account-name ${account} --name ${container}`,
    `--permissions ${allowed[use]} --https-only`,
    `--expiry "$(date -u -d '7 days' +%Y-%m-%dT%H:%MZ)" --auth-mode login --as-user -o tsv`,
  ].join(' ');
  const role = {
    roleDefinitionName: roles[use],
    scope: `/subscriptions/SUBSCRIPTION/resourceGroups/GROUP/providers/Microsoft.Storage/storageAccounts/${account}/blobServices/default/containers/${container}`,
  };
  return {
    ways: [
      command(line),
      code('Role as JSON', JSON.stringify(role, null, 2)),
      steps(
        `Open the container "${container}" in the portal: Shared access tokens.`,
        `Permissions: ${use === 'source' ? 'Read and List' : 'Read, Create, Write, List; Delete where deletions are mirrored'}.`,
        'Choose an expiry, then Generate SAS token and URL.',
        'Copy the token and enter it here under New keys.',
      ),
    ],
    note: `Makes a new signature (${allowed[use]}) and replaces nothing. Who signs needs the role ${roles[use]}.`,
  };
}
