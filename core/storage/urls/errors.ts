/** Why an address of a list could not be read, and what to do about it. */
import { StorageError, type Remedy, type StorageErrorCode } from '../../errors.ts';
import type { Ports } from '../../ports.ts';
import { diagnoseUnanswered } from '../diagnose.ts';
import { corsRemedy } from './cors.ts';

export interface Asked {
  readonly operation: 'stat' | 'read' | 'write' | 'remove' | 'presign';
  readonly key: string;
}

interface Verdict {
  readonly code: StorageErrorCode;
  readonly message: string;
  readonly remedy?: Remedy;
}

/** An answer that is not 2xx. */
export function refused(status: number, asked: Asked): StorageError {
  const { code, message, remedy } = judge(status, asked.key);
  return new StorageError(code, message, { ...asked, status, ...(remedy ? { remedy } : {}) });
}

function judge(status: number, key: string): Verdict {
  const { host } = new URL(key);
  if (status === 404 || status === 410) {
    return {
      code: 'not-found',
      message: `${host} has nothing at ${key}.`,
      remedy: { text: 'Check the address letter by letter. The file may have been moved or deleted.' },
    };
  }
  if (status === 401 || status === 403) {
    return {
      code: 'forbidden',
      message: `${host} does not let anyone read ${key}.`,
      remedy: {
        text: 'Make the file public. If the address carries a signature, it may have expired: paste a new one.',
      },
    };
  }
  if (status === 429 || status === 503) {
    return { code: 'throttled', message: `${host} takes no more requests at the moment.` };
  }
  return {
    code: 'unexpected',
    message: `${host} could not give ${key} (${status}).`,
    remedy: { text: 'Open the address in a tab of its own to see what the server says.' },
  };
}

/** No answer: offline, kept from the page by the browser, or http on a page that is on https. */
export async function unanswered(
  asked: Asked,
  cause: unknown,
  ports: Ports,
  signal: AbortSignal | undefined,
): Promise<StorageError> {
  const { host, origin } = new URL(asked.key);
  const rule = corsRemedy(origin, ports.host);
  const error = await diagnoseUnanswered(
    // Nothing is noted of what these servers answered: many leave the rule away where a file is missing.
    { ...asked, url: asked.key, name: host, method: 'GET', cause, corsRemedy: rule, signal },
    ports,
  );
  if (error.code === 'cors' && ports.host.kind === 'web') {
    const message = `${host} answers, but does not let ${ports.host.origin} read its files.`;
    return new StorageError('cors', message, { ...asked, cause, remedy: rule });
  }
  if (error.code !== 'mixed-content') return error;
  const text =
    'Use https:// addresses, or open Bucketmark from a server on http in your own network, or use the extension.';
  return new StorageError('mixed-content', error.message, { ...asked, cause, remedy: { text } });
}

export function notListed(asked: Asked): StorageError {
  return new StorageError('not-found', `${asked.key} is not in this list of addresses.`, {
    ...asked,
    remedy: { text: 'Add it to the list.' },
  });
}

export function noName(asked: Asked): StorageError {
  return new StorageError('invalid-name', `"${asked.key}" is no address that can be read.`, asked);
}

export function onlyReads(asked: Asked): StorageError {
  return new StorageError('forbidden', 'A list of addresses can only be read. Nothing was changed.', {
    ...asked,
    remedy: { text: 'Choose another storage to write to.' },
  });
}
