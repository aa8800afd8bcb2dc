/** What a `fetch` that ended without an answer means. Browsers tell all of these apart no better than "TypeError". */
import { StorageError, type Remedy } from '../errors.ts';
import type { Ports } from '../ports.ts';

export interface Unanswered {
  /** The address asked for; only its origin is looked at or shown. */
  readonly url: string;
  /** What a person calls the storage: the bucket's name. */
  readonly name: string;
  readonly operation: string;
  /** Of the request, as rules are for methods. */
  readonly method: string;
  readonly key?: string;
  readonly cause: unknown;
  readonly corsRemedy: Remedy;
  /** Said in place of the sentence on the bucket's rule, where there is none to make. */
  readonly blocked?: string;
  readonly signal?: AbortSignal | undefined;
}

/** What answered since this page or worker was opened: a server's storage, for a method. */
const answered = new WeakMap<Ports, Set<string>>();

type Asked = Pick<Unanswered, 'url' | 'name' | 'method'>;

/** Called for each answer that could be read. It proves that no rule is missing for others like it. */
export function noteAnswer(asked: Asked, ports: Ports): void {
  const known = answered.get(ports) ?? new Set();
  answered.set(ports, known.add(likeOf(asked)));
}

function likeOf({ url, name, method }: Asked): string {
  return `${method} ${new URL(url).origin} ${name}`;
}

/**
 * Names the reason: `offline`, `mixed-content` or `cors`.
 * Where a request like it was answered before, the line was cut. Else, a `no-cors` request gets an opaque answer
 * from any server that is there, so an answer means that only the bucket's rule is missing.
 */
export async function diagnoseUnanswered(what: Unanswered, ports: Ports): Promise<StorageError> {
  const { name, operation, cause } = what;
  const fields = { operation, cause, ...(what.key === undefined ? {} : { key: what.key }) };
  const server = new URL(what.url);
  if (typeof navigator !== 'undefined' && !navigator.onLine) {
    return new StorageError('offline', `This device is offline, so "${name}" cannot be reached.`, {
      ...fields,
      remedy: { text: 'What you drew is on this device. Try again when the network is back.' },
    });
  }
  if (server.protocol === 'http:' && ports.host.origin.startsWith('https:') && !isLoopback(server.hostname)) {
    return new StorageError(
      'mixed-content',
      `This page is on https, and browsers do not let it read ${server.origin}, which is not.`,
      {
        ...fields,
        remedy: {
          text: 'Use the https address of the storage, or open Bucketmark from a server on http in your own network.',
          fix: { field: 'endpoint', value: `https://${server.host}` },
        },
      },
    );
  }
  if (answered.get(ports)?.has(likeOf(what))) {
    return new StorageError('offline', `The connection to ${server.host} was cut.`, {
      ...fields,
      remedy: { text: 'What you drew is on this device. Try again when the network is steady.' },
    });
  }
  if (await answersOpaquely(server.origin, ports, what.signal)) {
    const verb = operation === 'write' || operation === 'remove' ? 'write to' : 'read';
    const message =
      ports.host.kind === 'extension'
        ? `The extension may not ${verb} "${name}" yet: it has no permission for ${server.host}.`
        : (what.blocked ??
          `This page may not ${verb} "${name}": the bucket has no rule for ${ports.host.origin}.`);
    return new StorageError('cors', message, { ...fields, remedy: what.corsRemedy });
  }
  return new StorageError('offline', `${server.host} does not answer.`, {
    ...fields,
    remedy: {
      text: 'Check the address and that this network reaches it. An https server needs a certificate that the browser trusts.',
    },
  });
}

async function answersOpaquely(
  origin: string,
  ports: Ports,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  try {
    await ports.fetch(`${origin}/`, {
      method: 'HEAD',
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      ...(signal ? { signal } : {}),
    });
    return true;
  } catch (error) {
    if (signal?.aborted) throw error;
    return false;
  }
}

function isLoopback(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
