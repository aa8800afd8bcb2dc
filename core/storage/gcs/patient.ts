/** What the doctor asks of Google, and what it prescribes. */
import type { Credentials, GcsSettings } from '../../model/storage.ts';
import type { Host } from '../../ports.ts';
import { corsRemedy } from './cors.ts';
import { objectsUrl, objectUrl, serviceRoot, xmlBucketUrl } from './url.ts';
import { encodeStrict } from '../s3/url.ts';
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

export function gcsPatient(settings: GcsSettings, credentials: Credentials | undefined, host: Host): Patient {
  const kind = credentials && 'kind' in credentials ? credentials.kind : undefined;
  // Only the XML interface, which HMAC keys go by, looks at the bucket's rule.
  const hmac = kind === 'gcs-hmac';
  const member = credentials && 'clientEmail' in credentials ? credentials.clientEmail : 'ACCOUNT';
  return {
    origin: new URL(serviceRoot(settings)).origin,
    place: 'bucket',
    methods: hmac ? xmlMethods(settings) : jsonMethods(settings),
    headers: hmac
      ? [
          ...commonHeaders,
          { name: 'x-goog-generation', without: 'what another person wrote would be overwritten' },
        ]
      : [],
    clock: kind === 'gcs-key-file' || hmac,
    credentials: !settings.anonymous,
    region: undefined,
    writes: !settings.anonymous,
    rule: hmac ? rule(settings, host) : undefined,
    source: permissions(settings, member, 'source'),
    target: permissions(settings, member, 'target'),
  };
}

/** Of an object that does not exist, and without credentials. */
function jsonMethods(settings: GcsSettings): MethodProbe[] {
  const object = objectUrl(settings, nowhere, 'read');
  const copy = `${object}/rewriteTo/b/${encodeStrict(settings.bucket)}/o/${encodeStrict(nowhere)}`;
  const headers = { 'content-type': 'application/json' };
  return [
    { method: 'GET', url: `${objectsUrl(settings)}?maxResults=1&fields=kind`, use: 'listing and reading' },
    { method: 'POST', url: copy, headers, body: '{}', use: 'writing' },
    { method: 'DELETE', url: object, use: 'removing' },
  ];
}

/** As for S3: of an upload that does not exist. */
function xmlMethods(settings: GcsSettings): MethodProbe[] {
  const root = xmlBucketUrl(settings);
  const upload = `${root}/${nowhere}?uploadId=bucketmark-check`;
  const headers = { 'content-type': 'text/plain', 'x-goog-if-generation-match': '0' };
  return [
    { method: 'GET', url: `${root}?list-type=2&max-keys=0`, use: 'listing and reading' },
    { method: 'HEAD', url: `${root}/${nowhere}`, use: 'sizes' },
    { method: 'PUT', url: `${upload}&partNumber=1`, headers, body: '', use: 'writing' },
    {
      method: 'POST',
      url: upload,
      headers: { 'content-type': 'application/xml' },
      body: '',
      use: 'writing files over 8 MB',
    },
    { method: 'DELETE', url: upload, use: 'removing' },
  ];
}

function rule(settings: GcsSettings, host: Host): Prescription {
  const { snippets } = corsRemedy(settings, host);
  const [json] = fromSnippets(snippets, 'Rule (cors.json)', 'Rule as JSON');
  const [line] = fromSnippets(snippets, 'Command');
  return {
    ways: [
      ...(json && line ? [code('Command', `cat > cors.json <<'END'\n${json.text}\nEND\n${line.text}`)] : []),
      ...(json ? [json] : []),
      steps(
        'Google’s console cannot change the rule: open Cloud Shell there, which has the command.',
        'Paste the command.',
        'Or attach the bucket with a key file or an access token: Google asks no rule for these.',
        runAgain,
      ),
    ],
    note: 'The command replaces all rules that the bucket has now. Needs storage.buckets.update, as in the role Storage Admin.',
  };
}

const roles = { source: 'roles/storage.objectViewer', target: 'roles/storage.objectUser' } as const;

function permissions({ bucket }: GcsSettings, member: string, use: 'source' | 'target'): Prescription {
  const role = roles[use];
  const who = `serviceAccount:${member}`;
  return {
    ways: [
      command(`gcloud storage buckets add-iam-policy-binding gs://${bucket} --member=${who} --role=${role}`),
      code('Role as JSON', JSON.stringify({ bindings: [{ role, members: [who] }] }, null, 2)),
      steps(
        `Open the bucket "${bucket}" in the console: Permissions, Grant access.`,
        `New principal: ${member}.`,
        `Role: ${use === 'source' ? 'Storage Object Viewer' : 'Storage Object User'}.`,
        'Save, and wait a minute.',
        runAgain,
      ),
    ],
    note: 'Adds one role and replaces nothing. Needs storage.buckets.setIamPolicy, as in the role Storage Admin.',
  };
}
