/** A change of a bucket's CORS rules: read and merged first, so that a person sees all of it before it is done. */
import { type Remedy, StorageError } from '../errors.ts';
import type { Ports } from '../ports.ts';

export interface RulePlan {
  /** Rules that are there and stay. */
  readonly kept: number;
  /** Rules for this very origin, in whose place the new one comes. */
  readonly replaced: number;
  /** All rules as they will be, exactly as they are sent. */
  readonly text: string;
  /** Throws a `StorageError`; nothing is changed then. */
  apply(): Promise<void>;
}

interface RuleRequest {
  /** What people call the place whose rule it is: `bucket "cams"`. */
  readonly place: string;
  readonly url: string;
  readonly init: RequestInit;
  readonly permission: string;
}

/** Sends a request about the rules. Gives the answer where it is 2xx or `bears` its status. */
export async function askRules(
  { place, url, init, permission }: RuleRequest,
  ports: Ports,
  bears: (status: number, body: string) => boolean = () => false,
): Promise<{ readonly ok: boolean; readonly body: string }> {
  let response: Response;
  let body: string;
  try {
    response = await ports.fetch(url, { ...init, credentials: 'omit', cache: 'no-store' });
    body = await response.text();
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw refusal('cors', `The browser does not let this page change the rules of the ${place}.`, {
      text: 'Copy the command, or go on in the extension, which may.',
    });
  }
  if (response.ok || bears(response.status, body)) return { ok: response.ok, body };
  const { status } = response;
  if (status === 401 || status === 403) {
    throw refusal('forbidden', `These credentials may not change the rules of the ${place}.`, {
      text: `Nothing was changed. It needs ${permission}: copy the command for somebody who has it.`,
    });
  }
  if (status === 501 || status === 405 || body.includes('NotImplemented')) {
    throw refusal('unexpected', `The server keeps no rules for the ${place}.`, {
      text: 'Nothing was changed. Whoever runs the server says there which pages it lets in.',
    });
  }
  throw refusal('unexpected', `The server did not take the rules of the ${place} (${status}).`, {
    text: 'Nothing was changed. Copy the command and see what it says.',
  });
}

function refusal(code: 'cors' | 'forbidden' | 'unexpected', message: string, remedy: Remedy): StorageError {
  return new StorageError(code, message, { operation: 'rule', remedy });
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
