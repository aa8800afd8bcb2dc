/** What the doctor asks of S3, and what it prescribes. */
import type { S3Settings } from '../../model/storage.ts';
import type { Host } from '../../ports.ts';
import { corsRemedy } from './cors.ts';
import { bucketUrl } from './url.ts';
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

export function s3Patient(settings: S3Settings, host: Host): Patient {
  const root = bucketUrl(settings);
  return {
    origin: new URL(root).origin,
    place: 'bucket',
    methods: methods(root),
    headers: [
      ...commonHeaders,
      { name: 'x-amz-request-id', without: 'support cannot find a failed request' },
    ],
    clock: !settings.anonymous,
    credentials: !settings.anonymous,
    region: settings.region,
    writes: !settings.anonymous,
    rule: rule(settings, host),
    ...(settings.endpoint === ''
      ? {
          doubt: `Amazon answers the same way where no bucket has this name, or it is not in ${settings.region}: check both first.`,
        }
      : {}),
    source: permissions(settings, 'source'),
    target: permissions(settings, 'target'),
  };
}

/** Unsigned, and of an upload that does not exist: refused or not found, and nothing is changed. */
function methods(root: string): MethodProbe[] {
  const upload = `${root}/${nowhere}?uploadId=bucketmark-check`;
  // What real uploads send, so that the rule's headers are asked for too.
  const headers = { 'content-type': 'text/plain', 'if-none-match': '*' };
  return [
    { method: 'GET', url: `${root}/?list-type=2&max-keys=0`, use: 'listing and reading' },
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

function rule(settings: S3Settings, host: Host): Prescription {
  const { snippets } = corsRemedy(settings, host);
  const server = settings.endpoint === '' ? 'amazonaws.com' : new URL(settings.endpoint).hostname;
  const place = consoles.find(({ servers }) => servers.test(server));
  const minio = snippets?.find(({ title }) => title.startsWith('MinIO'));
  return {
    ways: [
      ...fromSnippets(snippets, 'Command'),
      ...fromSnippets(snippets, 'Rule', 'Rule as JSON'),
      place
        ? steps(
            place.open,
            'Paste the rule as one more entry of the list, beside those that are there.',
            'Save.',
            runAgain,
          )
        : steps(
            'If the server is MinIO: it keeps no rule for a bucket and lets every page in.',
            `Where it was told otherwise, set ${minio?.text ?? 'MINIO_API_CORS_ALLOW_ORIGIN'} and start it again.`,
            'Any other server: give the bucket the rule by its console or by the command.',
            'A proxy before the server must pass on its headers and answer OPTIONS.',
            runAgain,
          ),
    ],
    note: `The command replaces all rules that the bucket has now. Needs ${place?.permission ?? 's3:PutBucketCORS'}.`,
  };
}

const consoles = [
  {
    servers: /amazonaws\.com/,
    open: 'Open the bucket in the S3 console: Permissions, Cross-origin resource sharing (CORS), Edit.',
    permission: 's3:PutBucketCORS',
  },
  {
    servers: /backblazeb2\.com$/,
    open: 'Open Buckets in the B2 console, then CORS Rules of this bucket.',
    permission: 'the capability writeBuckets',
  },
  {
    servers: /cloudflarestorage\.com$/,
    open: 'Open R2 in the dashboard, the bucket, Settings, CORS policy.',
    permission: 'a token with Admin Read & Write',
  },
  {
    servers: /digitaloceanspaces\.com$/,
    open: 'Open the Space in the control panel: Settings, CORS Configurations.',
    permission: 'a key with full access',
  },
] as const;

/** The least an access key needs, as an IAM policy. `*` and `?` in a prefix are taken by their letter. */
export function s3Policy(
  { bucket, prefix, region }: Pick<S3Settings, 'bucket' | 'prefix' | 'region'>,
  use: 'source' | 'target',
): object {
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  const arn = `arn:${partition}:s3:::${bucket}`;
  const under = `${prefix.replace(/[*?$]/g, (letter) => `\${${letter}}`)}*`;
  const onObjects =
    use === 'source'
      ? ['s3:GetObject']
      : [
          's3:GetObject',
          's3:PutObject',
          's3:DeleteObject',
          's3:AbortMultipartUpload',
          's3:ListMultipartUploadParts',
        ];
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['s3:ListBucket'],
        Resource: [arn],
        ...(prefix === '' ? {} : { Condition: { StringLike: { 's3:prefix': [under] } } }),
      },
      // Uploads that go on are looked for; this one action knows no condition on the prefix.
      ...(use === 'target'
        ? [{ Effect: 'Allow', Action: ['s3:ListBucketMultipartUploads'], Resource: [arn] }]
        : []),
      { Effect: 'Allow', Action: onObjects, Resource: [`${arn}/${under}`] },
    ],
  };
}

function permissions(settings: S3Settings, use: 'source' | 'target'): Prescription {
  const policy = s3Policy(settings, use);
  const name = `bucketmark-${use}`;
  const line = `aws iam put-user-policy --user-name USER --policy-name ${name} --policy-document '${JSON.stringify(policy)}'`;
  return {
    ways: [
      command(line),
      code('Policy as JSON', JSON.stringify(policy, null, 2)),
      steps(
        'Open the user or role of this key in the IAM console: Permissions, Add permissions, Create inline policy, JSON.',
        'Paste the policy.',
        `Name it ${name} and save.`,
        runAgain,
      ),
    ],
    note: `Replaces the policy ${name} of that user, if there is one, and nothing else. Needs iam:PutUserPolicy.${
      use === 'target' ? ' Leave s3:DeleteObject out where nothing may be deleted.' : ''
    }`,
  };
}
