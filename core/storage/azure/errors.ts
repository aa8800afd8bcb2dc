/** What a refusal of Azure Blob Storage means, and what to do about it. */
import type { StorageError } from '../../errors.ts';
import type { AzureCredentials, AzureSettings } from '../../model/storage.ts';
import { elementText } from '../../util/xml.ts';
import { bareSas, readSas } from './sas.ts';
import { accountUrl } from './url.ts';
import { type Operation, type Refusal, refusalError, type Verdict } from '../refusal.ts';

/** What was asked, for the words. */
export interface Asked {
  readonly operation: Operation;
  readonly key?: string | undefined;
  readonly settings: AzureSettings;
  readonly credentials: AzureCredentials | undefined;
  /** This device's time, in milliseconds since 1970. */
  readonly now: number;
  readonly overwrite?: 'never' | 'same-version' | undefined;
}

/** Azure's own word for what is wrong: in the body, and in a header that pages see where the rule exposes it. */
export function codeOf({ headers, body }: Pick<Refusal, 'headers' | 'body'>): string {
  return elementText(body, 'Code') ?? headers.get('x-ms-error-code') ?? '';
}

/** Turns an answer that is not 2xx into the error that a person sees. */
export function toStorageError(refusal: Refusal, asked: Asked): StorageError {
  return refusalError(judge(refusal, asked), refusal, asked);
}

function judge(refusal: Refusal, asked: Asked): Verdict {
  const { status } = refusal;
  const { settings, key } = asked;
  const container = `"${settings.container}"`;
  switch (codeOf(refusal)) {
    case 'ContainerNotFound':
    case 'ContainerBeingDeleted':
    case 'ContainerDisabled':
      return noContainer(settings);
    case 'BlobNotFound':
      return noBlob(asked);
    case 'ResourceNotFound':
    case 'NoAuthenticationInformation':
    case 'PublicAccessNotPermitted':
      return asked.credentials ? noContainer(settings) : forbidden(asked);
    case 'AuthenticationFailed':
    case 'InvalidAuthenticationInfo':
      return unauthentic(refusal, asked);
    case 'AuthorizationFailure':
      return unauthorized(refusal, asked);
    case 'AuthorizationPermissionMismatch':
    case 'AuthorizationResourceTypeMismatch':
    case 'AuthorizationServiceMismatch':
    case 'InsufficientAccountPermissions':
    case 'UnauthorizedBlobOverwrite':
      return forbidden(asked);
    case 'AuthorizationProtocolMismatch':
      return {
        code: 'forbidden',
        message: `The signature for ${container} is for https alone, and this address is not.`,
        remedy: { text: 'Use the https address of the account.' },
      };
    case 'AuthorizationSourceIPMismatch':
      return {
        code: 'forbidden',
        message: `The signature for ${container} is not for the network address that this device has.`,
        remedy: { text: 'Make a signature without an address range, or go on in the network it is for.' },
      };
    case 'LeaseIdMissing':
    case 'LeaseNotPresentWithBlobOperation':
      return {
        code: 'forbidden',
        message: `Somebody holds a lease on "${key ?? ''}" in ${container}. Nothing was changed.`,
        remedy: { text: 'Try again when the lease has ended, or break it in the portal.' },
      };
    case 'BlobAlreadyExists':
    case 'ConditionNotMet':
    case 'TargetConditionNotMet':
      return refusedCondition(asked);
    case 'ServerBusy':
    case 'OperationTimedOut':
      return throttled(container);
    case 'RequestBodyTooLarge':
      return { code: 'too-large', message: `${container} takes no object as large as "${key ?? ''}".` };
    case 'InvalidUri':
    case 'InvalidResourceName':
    case 'OutOfRangeInput':
      return {
        code: 'invalid-name',
        message:
          key === undefined
            ? `No container can be named ${container}.`
            : `${container} takes no object named "${key}".`,
      };
    case 'InvalidBlobOrBlock':
    case 'InvalidBlockId':
      return {
        code: 'unexpected',
        message: `"${key ?? ''}" has parts in ${container} of an upload that another program did not end.`,
        remedy: { text: 'Choose another name, or end that upload. Azure drops such parts after a week.' },
      };
    default:
  }
  if (status === 412) return refusedCondition(asked);
  if (status === 429 || status === 503) return throttled(container);
  // An answer to HEAD whose header the page cannot see.
  if (refusal.body === '' && status === 404 && key !== undefined) return noBlob(asked);
  if (refusal.body === '' && (status === 401 || status === 403)) return forbidden(asked);
  return unexpected(refusal, settings);
}

function noContainer(settings: AzureSettings): Verdict {
  return {
    code: 'not-found',
    message: `There is no container "${settings.container}" in the account "${settings.account}".`,
    remedy: { text: 'Check the name letter by letter, and that the account is the one it lies in.' },
  };
}

function noBlob({ key, settings }: Asked): Verdict {
  return {
    code: 'not-found',
    message: `"${key ?? ''}" is not in "${settings.container}".`,
    remedy: { text: 'It may have been moved or deleted since it was listed. Skip it, or try again.' },
  };
}

function refusedCondition({ key, overwrite, settings }: Asked): Verdict {
  const never = overwrite === 'never';
  return {
    code: 'precondition-failed',
    message: never
      ? `"${key ?? ''}" is already in "${settings.container}". Nothing was overwritten.`
      : `"${key ?? ''}" was changed in "${settings.container}" after it was read here. Nothing was overwritten.`,
    remedy: { text: never ? 'Choose another name.' : 'Read it again, then decide.' },
  };
}

function throttled(container: string): Verdict {
  return {
    code: 'throttled',
    message: `${container} asks to be asked less often.`,
    remedy: { text: 'Nothing is lost. Try again in a minute.' },
  };
}

/** The signature is not Azure's: of another key, damaged, or of another time. */
function unauthentic(refusal: Refusal, asked: Asked): Verdict {
  const late = untimely(refusal, asked);
  if (late) return late;
  if (isIdentity(asked)) {
    return {
      code: 'credentials-expired',
      message: `The account "${asked.settings.account}" does not take this identity's token.`,
      remedy: {
        text: 'Your edits are on this device. Sign in again, at the tenant that the account belongs to.',
      },
    };
  }
  const detail = elementText(refusal.body, 'AuthenticationErrorDetail') ?? '';
  if (asked.credentials?.kind === 'azure-key') {
    if (/time frame/i.test(detail)) return clockSkew(refusal, asked.now);
    return {
      code: 'credentials-invalid',
      message: `The account refused the signature, so this key does not belong to "${asked.settings.account}".`,
      remedy: { text: 'Paste the account key again. It may have been rotated in the portal.' },
    };
  }
  return {
    code: 'credentials-invalid',
    message: `The account "${asked.settings.account}" does not take this shared access signature.`,
    remedy: {
      text: 'Paste it again, whole, from its "sv=" to the end of its "sig=". It stops working when the key behind it is rotated or its policy is removed.',
    },
  };
}

/** In Azure's clouds the word for a network rule; Azurite says it of every signature it does not take. */
function unauthorized(refusal: Refusal, asked: Asked): Verdict {
  if (asked.credentials === undefined) return forbidden(asked);
  const late = untimely(refusal, asked);
  if (late) return late;
  const { hostname } = new URL(accountUrl(asked.settings));
  if (!/\.core\.[a-z.]+$/.test(hostname)) return unauthentic(refusal, asked);
  return {
    code: 'forbidden',
    message: `The account "${asked.settings.account}" lets nobody in from this network.`,
    remedy: { text: 'Add this network in the portal under Networking, or go on in one that is allowed.' },
  };
}

/** A pasted signature whose time is over or has not come; undefined where the reason is another. */
function untimely(refusal: Refusal, { credentials, now, settings }: Asked): Verdict | undefined {
  if (credentials?.kind !== 'azure-sas') return undefined;
  const { starts, expires } = readSas(bareSas(credentials.sas));
  // Where the answer tells the time, that counts and not the device's.
  const told = /Current \[([^\]]+)\]/.exec(refusal.body)?.[1] ?? refusal.headers.get('date') ?? '';
  const time = Date.parse(told) || now;
  if (expires !== undefined && expires <= time) {
    return {
      code: 'credentials-expired',
      message: `The shared access signature for "${settings.container}" expired at ${minute(expires)}.`,
      remedy: { text: 'Your edits are on this device. Paste a new one.' },
    };
  }
  if (starts === undefined || starts <= time) return undefined;
  return {
    code: 'credentials-invalid',
    message: `The shared access signature for "${settings.container}" is valid from ${minute(starts)} on.`,
    remedy: { text: 'Wait until then, or make one without a start.' },
  };
}

function minute(time: number): string {
  return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** A signature that was made here a moment ago is out of its time, so the clock is wrong. */
function clockSkew({ headers, body }: Refusal, now: number): Verdict {
  const server = Date.parse(/Current \[([^\]]+)\]/.exec(body)?.[1] ?? headers.get('date') ?? '');
  const minutes = Math.round(Math.abs(now - server) / 60_000);
  return {
    code: 'clock-skew',
    message:
      minutes >= 1
        ? `This device is ${minutes} min ${now < server ? 'behind' : 'ahead of'} the account, so its signatures are refused.`
        : "This device's clock and the account differ on the time, so its signatures are refused.",
    remedy: { text: 'Set the clock, then try again.' },
  };
}

const needed: Readonly<Record<Operation, { readonly words: string; readonly permission: string }>> = {
  list: { words: 'list', permission: 'List (l)' },
  stat: { words: 'read', permission: 'Read (r)' },
  read: { words: 'read', permission: 'Read (r)' },
  presign: { words: 'read', permission: 'Read (r)' },
  write: { words: 'write', permission: 'Create and Write (cw)' },
  remove: { words: 'delete', permission: 'Delete (d)' },
};

/** The smallest of Azure's own roles that holds what is asked. */
function roleFor(operation: Operation): string {
  return operation === 'write' || operation === 'remove'
    ? 'Storage Blob Data Contributor'
    : 'Storage Blob Data Reader';
}

function isIdentity({ credentials }: Asked): boolean {
  return credentials?.kind === 'azure-principal' || credentials?.kind === 'azure-sign-in';
}

function forbidden(asked: Asked): Verdict {
  const { operation, key, settings, credentials } = asked;
  const { words, permission } = needed[operation];
  const container = `"${settings.container}"`;
  if (credentials === undefined) {
    return {
      code: 'forbidden',
      message: `${container} does not let everyone ${words} ${key === undefined ? 'it' : `"${key}"`}.`,
      remedy: { text: 'Or there is no such container. Attach it with a shared access signature or a key.' },
    };
  }
  if (isIdentity(asked)) {
    return {
      code: 'forbidden',
      message: `This identity may not ${words} ${key === undefined ? container : `"${key}" in ${container}`}.`,
      remedy: {
        text: `Give it the role ${roleFor(operation)} on this container. Being the owner of the account is not enough. It counts after some minutes.`,
      },
    };
  }
  return {
    code: 'forbidden',
    message: `This signature may not ${words} ${key === undefined ? container : `"${key}" in ${container}`}.`,
    remedy: { text: `Make one for this container with the permission ${permission}, and paste it.` },
  };
}

function unexpected(refusal: Refusal, settings: AzureSettings): Verdict {
  const { host } = new URL(accountUrl(settings));
  const code = codeOf(refusal);
  if (code !== '') {
    const said = (elementText(refusal.body, 'Message') ?? '').split('\n')[0];
    return { code: 'unexpected', message: `${host} answered ${refusal.status} ${code}: ${said}` };
  }
  return {
    code: 'unexpected',
    message: `${host} answers, but not as Azure Blob Storage does (${refusal.status}).`,
    remedy: { text: 'Check that this is the address of its Blob service.' },
  };
}
