/** What an S3 server's refusal means, and what to do about it. */
import type { StorageError } from '../../errors.ts';
import type { S3Credentials, S3Settings } from '../../model/storage.ts';
import { elementText } from '../../util/xml.ts';
import { parseAddress } from './address.ts';
import { bucketUrl } from './url.ts';
import { type Operation, type Refusal, refusalError, type Verdict } from '../refusal.ts';

/** What was asked, for the words. */
export interface Asked {
  readonly operation: Operation;
  readonly key?: string | undefined;
  readonly settings: S3Settings;
  readonly credentials: S3Credentials | undefined;
  /** This device's time, in milliseconds since 1970. */
  readonly now: number;
  readonly overwrite?: 'never' | 'same-version' | undefined;
}

/** Turns an answer that is not 2xx into the error that a person sees. */
export function toStorageError(refusal: Refusal, asked: Asked): StorageError {
  return refusalError(judge(refusal, asked), refusal, asked);
}

function judge(refusal: Refusal, asked: Asked): Verdict {
  const { status, body } = refusal;
  const { settings, credentials, key } = asked;
  const bucket = `"${settings.bucket}"`;
  const said = elementText(body, 'Message') ?? '';
  switch (elementText(body, 'Code') ?? '') {
    case 'NoSuchBucket':
      return {
        code: 'not-found',
        message: `There is no bucket ${bucket} at ${new URL(bucketUrl(settings)).host}.`,
        remedy: { text: 'Check the name letter by letter, and that the endpoint is the one it lies at.' },
      };
    case 'InvalidAccessKeyId':
    case 'InvalidTokenId':
      return unknownKey(credentials);
    case 'SignatureDoesNotMatch':
      return {
        code: 'credentials-invalid',
        message: 'The bucket refused the signature, so the secret key does not belong to this key ID.',
        remedy: { text: 'Paste both again.' },
      };
    case 'ExpiredToken':
    case 'InvalidToken':
    case 'TokenRefreshRequired':
      return {
        code: 'credentials-expired',
        message: `The session token for ${bucket} has expired.`,
        remedy: { text: 'Your edits are on this device. Paste a new token with its key ID and secret key.' },
      };
    case 'RequestTimeTooSkewed':
      return clockSkew(refusal, asked.now);
    case 'AccessDenied':
      // How a presigned request says that its time is off: it was signed a moment ago, so the clock is wrong.
      if (/expired|not valid yet|not yet valid/i.test(said)) return clockSkew(refusal, asked.now);
      return forbidden(asked);
    case 'PermanentRedirect':
    case 'TemporaryRedirect':
    case 'AuthorizationHeaderMalformed':
    case 'AuthorizationQueryParametersError':
    case 'IllegalLocationConstraintException':
    case 'InvalidRegion': {
      const verdict = wrongRegion(refusal, settings);
      if (verdict) return verdict;
      break;
    }
    case 'SlowDown':
    case 'ServiceUnavailable':
    case 'RequestTimeout':
    case 'ThrottlingException':
    case 'TooManyRequests':
    case 'ConditionalRequestConflict':
    case 'OperationAborted':
      return throttled(bucket);
    case 'EntityTooLarge':
      return { code: 'too-large', message: `${bucket} takes no object as large as "${key ?? ''}".` };
    case 'KeyTooLongError':
    case 'InvalidObjectName':
    case 'XMinioInvalidObjectName':
    case 'InvalidURI':
      return { code: 'invalid-name', message: `${bucket} takes no object named "${key ?? ''}".` };
    case 'InvalidBucketName':
      return { code: 'invalid-name', message: `No bucket can be named ${bucket}.` };
    default:
  }
  return judgeByStatus(refusal, asked, said) ?? unexpected(status, body, said, settings);
}

function judgeByStatus({ status, headers, body }: Refusal, asked: Asked, said: string): Verdict | undefined {
  const { settings, key, overwrite } = asked;
  const bucket = `"${settings.bucket}"`;
  if (status === 412) {
    return {
      code: 'precondition-failed',
      message:
        overwrite === 'never'
          ? `"${key ?? ''}" is already in ${bucket}. Nothing was overwritten.`
          : `"${key ?? ''}" was changed in ${bucket} after it was read here. Nothing was overwritten.`,
      remedy: { text: overwrite === 'never' ? 'Choose another name.' : 'Read it again, then decide.' },
    };
  }
  if (status === 429 || status === 503) return throttled(bucket);
  if (headers.get('x-amz-bucket-region') && headers.get('x-amz-bucket-region') !== settings.region) {
    return wrongRegion({ status, headers, body }, settings);
  }
  if (status === 404 && key !== undefined && (body === '' || body.includes('<Code>NoSuchKey'))) {
    return {
      code: 'not-found',
      message: `"${key}" is not in ${bucket}.`,
      remedy: { text: 'It may have been moved or deleted since it was listed. Skip it, or try again.' },
    };
  }
  if ((status === 403 || status === 401) && (said !== '' || body === '')) return forbidden(asked);
  return undefined;
}

function unexpected(status: number, body: string, said: string, settings: S3Settings): Verdict {
  const server = new URL(bucketUrl(settings)).host;
  const code = elementText(body, 'Code');
  if (code === undefined) {
    return {
      code: 'unexpected',
      message: `${server} answers, but not as S3 does (${status}).`,
      remedy: { text: 'Check that this is the address of its S3 service, not of its web page.' },
    };
  }
  return { code: 'unexpected', message: `${server} answered ${status} ${code}: ${said}` };
}

function unknownKey(credentials: S3Credentials | undefined): Verdict {
  const id = credentials?.accessKeyId ?? '';
  // Amazon's temporary key ids begin so, and without their token they are unknown.
  const temporary = id.startsWith('ASIA') && credentials?.sessionToken === undefined;
  return {
    code: 'credentials-invalid',
    message: `The bucket does not know the key ID that ends in "${id.slice(-4)}".`,
    remedy: {
      text: temporary
        ? 'A key ID that begins with ASIA is temporary: paste its session token too.'
        : 'Paste the key ID and its secret key again, and check that they belong to this endpoint.',
    },
  };
}

function throttled(bucket: string): Verdict {
  return {
    code: 'throttled',
    message: `${bucket} asks to be asked less often.`,
    remedy: { text: 'Nothing is lost. Try again in a minute.' },
  };
}

const needed: Readonly<Record<Operation, { readonly words: string; readonly permission: string }>> = {
  list: { words: 'list', permission: 's3:ListBucket' },
  stat: { words: 'read', permission: 's3:GetObject' },
  read: { words: 'read', permission: 's3:GetObject' },
  presign: { words: 'read', permission: 's3:GetObject' },
  write: { words: 'write', permission: 's3:PutObject' },
  remove: { words: 'delete', permission: 's3:DeleteObject' },
};

function forbidden({ operation, key, settings, credentials }: Asked): Verdict {
  const { words, permission } = needed[operation];
  const what = key === undefined ? `"${settings.bucket}"` : `"${key}" in "${settings.bucket}"`;
  if (credentials === undefined) {
    return {
      code: 'forbidden',
      message: `"${settings.bucket}" does not let everyone ${words} ${key === undefined ? 'it' : `"${key}"`}.`,
      remedy: { text: 'Attach it with a key ID and secret key.' },
    };
  }
  // Without the right to list, Amazon says "forbidden" for a key that is not there.
  const orMissing = operation === 'read' || operation === 'stat' ? ' Or it is not there any more.' : '';
  return {
    code: 'forbidden',
    message: `This key may not ${words} ${what}.${orMissing}`,
    remedy: { text: `Give it the permission ${permission} on this bucket, or use another key.` },
  };
}

function clockSkew({ headers, body }: Refusal, now: number): Verdict {
  const server = Date.parse(elementText(body, 'ServerTime') ?? headers.get('date') ?? '');
  const minutes = Math.round(Math.abs(now - server) / 60_000);
  const differs =
    minutes >= 1
      ? `is ${minutes} min ${now < server ? 'behind' : 'ahead of'} the bucket`
      : 'and the bucket differ on the time';
  return {
    code: 'clock-skew',
    message: `This device${minutes >= 1 ? '' : "'s clock"} ${differs}, so its signatures are refused.`,
    remedy: { text: 'Set the clock, then try again.' },
  };
}

function wrongRegion({ headers, body }: Refusal, settings: S3Settings): Verdict | undefined {
  const region =
    elementText(body, 'Region') ??
    headers.get('x-amz-bucket-region') ??
    /expecting '([a-z0-9-]+)'/.exec(elementText(body, 'Message') ?? '')?.[1] ??
    parseAddress(`https://${elementText(body, 'Endpoint') ?? ''}`)?.settings.region;
  if (region === undefined || region === settings.region) return undefined;
  return {
    code: 'wrong-region',
    message: `"${settings.bucket}" is in ${region}, not ${settings.region}.`,
    remedy: { text: `Use ${region}.`, fix: { field: 'region', value: region } },
  };
}
