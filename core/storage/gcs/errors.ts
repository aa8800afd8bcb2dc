/** What Google's refusal means, and what to do about it. */
import * as v from 'valibot';
import type { StorageError, Remedy } from '../../errors.ts';
import type { GcsCredentials, GcsSettings } from '../../model/storage.ts';
import { elementText } from '../../util/xml.ts';
import { type Operation, type Refusal, refusalError, type Verdict } from '../refusal.ts';

/** What was asked, for the words. */
export interface Asked {
  readonly operation: Operation;
  readonly key?: string | undefined;
  readonly settings: GcsSettings;
  readonly credentials: GcsCredentials | undefined;
  /** This device's time, in milliseconds since 1970. */
  readonly now: number;
  readonly overwrite?: 'never' | 'same-version' | undefined;
}

/** Turns an answer that is not 2xx into the error that a person sees. */
export function toStorageError(refusal: Refusal, asked: Asked): StorageError {
  return refusalError(judge(refusal, asked), refusal, asked);
}

const errorSchema = v.object({
  error: v.object({
    message: v.optional(v.string(), ''),
    errors: v.optional(v.array(v.object({ reason: v.optional(v.string(), '') })), []),
  }),
});

/** The reason (`authError`, `NoSuchKey`) and the sentence, whichever interface said them. */
function read(body: string): { readonly reason: string; readonly said: string } {
  const xmlCode = elementText(body, 'Code');
  if (xmlCode !== undefined) {
    const said = [elementText(body, 'Message'), elementText(body, 'Details')].join(' ');
    return { reason: xmlCode, said: said.trim() };
  }
  if (!body.startsWith('{')) return { reason: '', said: body.length > 300 ? '' : body.trim() };
  try {
    const parsed = v.safeParse(errorSchema, JSON.parse(body));
    if (!parsed.success) return { reason: '', said: '' };
    const { message, errors } = parsed.output.error;
    return { reason: errors[0]?.reason ?? '', said: message };
  } catch {
    return { reason: '', said: '' };
  }
}

function judge(refusal: Refusal, asked: Asked): Verdict {
  const { status, headers } = refusal;
  const { settings, key = '', overwrite } = asked;
  const bucket = `"${settings.bucket}"`;
  const { reason, said } = read(refusal.body);
  if (/requester pays|UserProjectMissing/i.test(`${reason} ${said}`)) return requesterPays(bucket);
  if (/RequestTimeTooSkewed/.test(reason) || (reason === 'ExpiredToken' && isHmac(asked))) {
    return clockSkew(Date.parse(headers.get('date') ?? ''), asked.now);
  }
  if (/SignatureDoesNotMatch|InvalidAccessKeyId|InvalidSecurity/.test(reason)) return badHmacKey(asked);
  if (/rateLimitExceeded|SlowDown|TooManyRequests/i.test(reason) || status === 429 || status === 503) {
    return {
      code: 'throttled',
      message: `${bucket} asks to be asked less often.`,
      remedy: { text: 'Nothing is lost. Try again in a minute.' },
    };
  }
  switch (status) {
    case 401:
      return asked.credentials === undefined ? forbidden(asked, said) : refusedToken(asked);
    case 403:
      return forbidden(asked, said);
    case 404:
      return notFound(asked, `${reason} ${said}`);
    case 412:
      return {
        code: 'precondition-failed',
        message:
          overwrite === 'never'
            ? `"${key}" is already in ${bucket}. Nothing was overwritten.`
            : `"${key}" was changed in ${bucket} after it was read here. Nothing was overwritten.`,
        remedy: { text: overwrite === 'never' ? 'Choose another name.' : 'Read it again, then decide.' },
      };
    case 410:
      return {
        code: 'unexpected',
        message: `The upload of "${key}" was interrupted for too long. Nothing was overwritten.`,
        remedy: { text: 'Begin it again.' },
      };
    case 413:
      return { code: 'too-large', message: `${bucket} takes no object as large as "${key}".` };
    case 400:
      if (/crc32c|md5|BadDigest/i.test(`${reason} ${said}`)) {
        return {
          code: 'unexpected',
          message: `What arrived of "${key}" is not what was sent.`,
          remedy: { text: 'Try again.' },
        };
      }
      if (/object name|KeyTooLong/i.test(`${reason} ${said}`)) {
        return { code: 'invalid-name', message: `${bucket} takes no object named "${key}".` };
      }
      if (/bucket name/i.test(`${reason} ${said}`)) {
        return { code: 'invalid-name', message: `No bucket can be named ${bucket}.` };
      }
      break;
    default:
  }
  return {
    code: 'unexpected',
    message: `Google Cloud Storage answered ${status}${said === '' ? '' : `: ${said}`}`,
  };
}

const isHmac = ({ credentials }: Asked): boolean => credentials?.kind === 'gcs-hmac';

function notFound({ operation, key, settings }: Asked, said: string): Verdict {
  const aboutBucket = operation === 'list' || operation === 'write' || /bucket/i.test(said);
  if (key === undefined || (aboutBucket && !/NoSuchKey|No such object/i.test(said))) {
    return {
      code: 'not-found',
      message: `There is no bucket "${settings.bucket}" at Google Cloud Storage.`,
      remedy: { text: 'Check the name letter by letter.' },
    };
  }
  return {
    code: 'not-found',
    message: `"${key}" is not in "${settings.bucket}".`,
    remedy: { text: 'It may have been moved or deleted since it was listed. Skip it, or try again.' },
  };
}

function requesterPays(bucket: string): Verdict {
  return {
    code: 'forbidden',
    message: `${bucket} lets whoever asks pay, and no project was named.`,
    remedy: { text: 'Enter the ID of a project of yours. Google bills it for what is read and listed.' },
  };
}

function refusedToken({ credentials, settings }: Asked): Verdict {
  if (credentials?.kind === 'gcs-token') {
    return {
      code: 'credentials-expired',
      message: `Google does not take the access token for "${settings.bucket}" any more. Tokens last an hour.`,
      remedy: {
        text: 'Your edits are on this device. Paste a new token.',
        snippets: [{ title: 'Command', text: 'gcloud auth print-access-token' }],
      },
    };
  }
  if (credentials?.kind === 'gcs-sign-in') {
    return {
      code: 'credentials-expired',
      message: `Google does not take this sign-in for "${settings.bucket}" any more.`,
      remedy: { text: 'Your edits are on this device. Sign in again.' },
    };
  }
  return {
    code: 'credentials-invalid',
    message: `Google does not take the key for "${settings.bucket}".`,
    remedy: { text: 'It may have been deleted. Make a new one, then enter it here.' },
  };
}

function badHmacKey({ credentials }: Asked): Verdict {
  const id = credentials?.kind === 'gcs-hmac' ? credentials.accessId : '';
  return {
    code: 'credentials-invalid',
    message: `Google refused the signature of the HMAC key that ends in "${id.slice(-4)}".`,
    remedy: { text: 'Paste its access ID and its secret again, and check that it is active.' },
  };
}

const needed: Readonly<Record<Operation, { readonly words: string; readonly permission: string }>> = {
  list: { words: 'list', permission: 'storage.objects.list' },
  stat: { words: 'read', permission: 'storage.objects.get' },
  read: { words: 'read', permission: 'storage.objects.get' },
  presign: { words: 'read', permission: 'storage.objects.get' },
  write: { words: 'write', permission: 'storage.objects.create' },
  remove: { words: 'delete', permission: 'storage.objects.delete' },
};

/** Google grants roles; the smallest of its own that holds each permission. */
const roles: Readonly<Record<string, string>> = {
  'storage.objects.list': 'Storage Object Viewer',
  'storage.objects.get': 'Storage Object Viewer',
  'storage.objects.create': 'Storage Object User',
  'storage.objects.delete': 'Storage Object User',
};

function forbidden({ operation, key, settings, credentials }: Asked, said: string): Verdict {
  const { words, permission: usual } = needed[operation];
  const permission = /storage\.[a-z]+\.[a-zA-Z]+/.exec(said)?.[0] ?? usual;
  const what = key === undefined ? `"${settings.bucket}"` : `"${key}" in "${settings.bucket}"`;
  if (credentials === undefined) {
    return {
      code: 'forbidden',
      message: `"${settings.bucket}" does not let everyone ${words} ${key === undefined ? 'it' : `"${key}"`}.`,
      remedy: { text: 'Attach it with a key file, an access token or an HMAC key.' },
    };
  }
  if (/serviceusage/i.test(said)) {
    return {
      code: 'forbidden',
      message: `This key may not let the project "${settings.projectId}" pay.`,
      remedy: {
        text: 'Give it the permission serviceusage.services.use on that project. Where the bucket pays itself, leave the project empty.',
      },
    };
  }
  // Without the right to list, Google says "forbidden" for an object that is not there.
  const orMissing = operation === 'read' || operation === 'stat' ? ' Or it is not there any more.' : '';
  const replacing = operation === 'write' && permission === 'storage.objects.delete';
  const role = roles[permission];
  return {
    code: 'forbidden',
    message: `This key may not ${replacing ? 'replace' : words} ${what}.${orMissing}`,
    remedy: {
      text: `Give it the permission ${permission} on this bucket${role === undefined ? '' : ` (role ${role})`}, or use another key.`,
    },
  };
}

/** This device's clock is off. `server` is Google's time where it could be seen, else NaN. */
export function clockSkew(server: number, now: number): Verdict & { readonly remedy: Remedy } {
  const minutes = Math.round(Math.abs(now - server) / 60_000);
  const message =
    minutes >= 1
      ? `This device is ${minutes} min ${now < server ? 'behind' : 'ahead of'} Google, so its signatures are refused.`
      : "This device's clock and Google differ on the time, so its signatures are refused.";
  return { code: 'clock-skew', message, remedy: { text: 'Set the clock, then try again.' } };
}
