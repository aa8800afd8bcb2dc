/**
 * Temporary keys of a role, from STS (AssumeRole); in memory only.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
import { type Remedy, StorageError, type StorageErrorCode } from '../../errors.ts';
import { presignSeconds, type S3Credentials, type S3Role, type S3Settings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import { sha256 } from '../../util/digest.ts';
import { elementText } from '../../util/xml.ts';
import { diagnoseUnanswered } from '../diagnose.ts';
import { retryAfter } from '../refusal.ts';
import { type Lapsing, type Renewed, renewed } from '../renewed.ts';
import { signHeaders } from './sigv4.ts';

export type TemporaryKeys = S3Credentials & Lapsing & { readonly expires: number };

/** STS of Amazon's in a region; GovCloud's are named as all others, China's end in `.cn`. */
function amazonSts(region: string): string {
  return `https://sts.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
}

/** Where a role is taken on: where the person says, else at the storage's own server, as MinIO and Ceph have it. */
export function stsEndpoint({ endpoint, region }: S3Settings, role: S3Role): string {
  const own = /^https?:\/\/s3[.-][^/]*\.amazonaws\.com(?:\.cn)?\/*$/.test(endpoint) ? '' : endpoint;
  return (role.endpoint ?? (own || amazonSts(region))).replace(/\/+$/, '');
}

/** The role's keys, asked for when first needed and again before addresses made with them could lapse early. */
export function openRole(
  settings: S3Settings,
  credentials: S3Credentials,
  role: S3Role,
  ports: Ports,
): Renewed<TemporaryKeys> {
  const marginMs = Math.min(1800, Math.max(300, presignSeconds(settings))) * 1000;
  return renewed(() => assumeRole(settings, credentials, role, marginMs, ports), ports.clock);
}

async function assumeRole(
  settings: S3Settings,
  credentials: S3Credentials,
  role: S3Role,
  marginMs: number,
  ports: Ports,
): Promise<TemporaryKeys> {
  const now = ports.clock.now();
  const url = `${stsEndpoint(settings, role)}/`;
  const body = new URLSearchParams({
    Action: 'AssumeRole',
    Version: '2011-06-15',
    RoleSessionName: 'bucketmark',
    ...(role.arn === '' ? {} : { RoleArn: role.arn }),
    ...(role.externalId === undefined ? {} : { ExternalId: role.externalId }),
  }).toString();
  const headers = await signHeaders({ method: 'POST', url, payload: await sha256(body), now }, credentials, {
    region: settings.region,
    service: 'sts',
  });
  const { host } = new URL(url);
  const response = await ports
    .fetch(url, {
      method: 'POST',
      credentials: 'omit',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    })
    .catch(async (cause: unknown) => {
      if (!(cause instanceof TypeError)) throw cause;
      throw await diagnoseUnanswered(
        {
          url,
          name: host,
          operation: 'open',
          method: 'POST',
          cause,
          blocked: `This page may not take on the role: ${host} does not let it.`,
          corsRemedy: {
            text: 'Enter the address of an STS that answers pages, go on in the extension, or use keys without a role.',
          },
        },
        ports,
      );
    });
  const xml = await response.text();
  const read = (name: string): string => elementText(xml, name) ?? '';
  const [accessKeyId, secretAccessKey] = [read('AccessKeyId'), read('SecretAccessKey')];
  const expires = Date.parse(read('Expiration'));
  if (!response.ok || accessKeyId === '' || Number.isNaN(expires)) {
    throw refusedRole(response, xml, { credentials, role, host, now });
  }
  // A role may be set to give keys that hold no longer than the margin.
  const renewAt = now + Math.max(expires - now - marginMs, (expires - now) / 2);
  return { accessKeyId, secretAccessKey, sessionToken: read('SessionToken'), expires, renewAt };
}

interface AskedRole {
  readonly credentials: S3Credentials;
  readonly role: S3Role;
  readonly host: string;
  readonly now: number;
}

function refusedRole(
  response: Response,
  xml: string,
  { credentials, role, host, now }: AskedRole,
): StorageError {
  const { status, headers } = response;
  const said = elementText(xml, 'Message') ?? '';
  const refuse = (code: StorageErrorCode, message: string, remedy: Remedy): StorageError =>
    new StorageError(code, message, { operation: 'open', status, remedy });
  const named = role.arn === '' ? 'a role' : `the role "${role.arn}"`;
  const keyEnd = credentials.accessKeyId.slice(-4);
  const code = elementText(xml, 'Code') ?? '';
  if (/RequestTimeTooSkewed/.test(code) || /signature (?:expired|not yet current)/i.test(said)) {
    return refuse('clock-skew', `This device's clock and ${host} differ, so its signatures are refused.`, {
      text: 'Set the clock, then try again.',
    });
  }
  // MinIO says "AccessDenied" of all three.
  const unknownKey = /access key id you provided does not exist/i.test(said);
  const wrongSecret = /signature we calculated does not match/i.test(said);
  switch (unknownKey ? 'InvalidAccessKeyId' : wrongSecret ? 'SignatureDoesNotMatch' : code) {
    case 'AccessDenied':
      return refuse('forbidden', `The key that ends in "${keyEnd}" may not take on ${named}.`, {
        text: 'The role’s trust policy must name this key’s user and, where it asks for an external ID, exactly the one entered. The user needs sts:AssumeRole on the role.',
      });
    case 'InvalidClientTokenId':
    case 'InvalidAccessKeyId':
    case 'UnrecognizedClientException':
      return refuse('credentials-invalid', `${host} does not know the key ID that ends in "${keyEnd}".`, {
        text: 'Paste the key ID and its secret key again.',
      });
    case 'SignatureDoesNotMatch':
    case 'IncompleteSignature':
      return refuse('credentials-invalid', 'The secret key does not belong to this key ID.', {
        text: 'Paste both again.',
      });
    case 'ExpiredToken':
    case 'ExpiredTokenException':
      return refuse(
        'credentials-expired',
        'The session token that the role was asked for with has expired.',
        {
          text: 'Your edits are on this device. Paste a new token with its key ID and secret key.',
        },
      );
    case 'ValidationError':
    case 'InvalidParameterValue':
    case 'MissingParameter':
      return refuse('credentials-invalid', `${host} takes this for no role: ${said}`, {
        text: 'A role is written as arn:aws:iam::123456789012:role/NAME. Its external ID has 2 to 1,224 characters.',
      });
    case 'RegionDisabledException':
      return refuse('wrong-region', `The account of ${named} has STS turned off in this region.`, {
        text: 'Turn it on in the account’s settings, or enter another STS endpoint, as https://sts.amazonaws.com.',
      });
    default:
  }
  if (status === 429 || status >= 500 || /Throttl/.test(code)) {
    const retryAfterMs = retryAfter(headers.get('retry-after'), now);
    return new StorageError('throttled', `${host} gives no temporary keys just now.`, {
      operation: 'open',
      status,
      remedy: { text: 'Nothing is lost. Try again in a minute.' },
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
  }
  return refuse(
    'unexpected',
    `${host} answers, but not as STS does (${status}${code === '' ? '' : ` ${code}`}).`,
    {
      text: 'Check the STS endpoint. Not every server that speaks S3 has roles.',
    },
  );
}
