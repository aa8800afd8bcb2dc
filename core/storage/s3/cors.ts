/** The rule that lets a page read a bucket, ready to paste. */
import type { Remedy } from '../../errors.ts';
import type { S3Settings } from '../../model/storage.ts';
import type { Host } from '../../ports.ts';
import { amazonEndpoint } from './url.ts';

/** What the page wants to see of an answer; browsers hide all but a few headers otherwise. */
const exposed = ['ETag', 'Content-Range', 'Content-Length', 'Accept-Ranges', 'Date', 'x-amz-request-id'];

/** One rule for one origin, as Amazon's own JSON. */
export function corsRule(origin: string): {
  readonly AllowedOrigins: readonly string[];
  readonly AllowedMethods: readonly string[];
  readonly AllowedHeaders: readonly string[];
  readonly ExposeHeaders: readonly string[];
  readonly MaxAgeSeconds: number;
} {
  return {
    AllowedOrigins: [origin],
    AllowedMethods: ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'],
    AllowedHeaders: ['*'],
    ExposeHeaders: exposed,
    MaxAgeSeconds: 3600,
  };
}

/** What a person does about a missing rule. */
export function corsRemedy(settings: S3Settings, host: Host): Remedy {
  const amazon = settings.endpoint === '';
  const server = new URL(amazon ? amazonEndpoint(settings.region) : settings.endpoint).host;
  if (host.kind === 'extension') {
    return {
      text: `Allow the extension to reach ${server}, or add the rule to the bucket.`,
      snippets: snippets(),
    };
  }
  const doubt = amazon
    ? ` Amazon answers the same way where no bucket has this name, or it is not in ${settings.region}: check both first.`
    : '';
  return {
    text: `Add the rule to the bucket (the command below does it), or go on in the extension, which needs none.${doubt}`,
    snippets: snippets(),
  };

  function snippets(): NonNullable<Remedy['snippets']> {
    const policy = { CORSRules: [corsRule(host.origin)] };
    const endpoint = amazon ? `--region ${settings.region}` : `--endpoint-url ${quote(settings.endpoint)}`;
    const command = `aws s3api put-bucket-cors --bucket ${quote(settings.bucket)} ${endpoint} --cors-configuration ${quote(JSON.stringify(policy))}`;
    const own =
      !amazon && !/\.(?:cloudflarestorage|backblazeb2|wasabisys|digitaloceanspaces)\.com$/.test(server);
    return [
      // The console's editor takes the bare list of rules, the command the whole object.
      { title: 'Rule', text: JSON.stringify(policy.CORSRules, null, 2) },
      { title: 'Command', text: command },
      ...(own
        ? [
            {
              title: 'MinIO: set before it starts',
              text: `MINIO_API_CORS_ALLOW_ORIGIN=${quote(host.origin)}`,
            },
          ]
        : []),
    ];
  }
}

/** Quotes a word for a POSIX shell. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
