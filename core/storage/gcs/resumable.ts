/**
 * Uploads in chunks that go on where they were cut.
 * https://cloud.google.com/storage/docs/performing-resumable-uploads#chunked-upload
 */
import { StorageError } from '../../errors.ts';
import type { Clock, Fetch, Random } from '../../ports.ts';

/** A multiple of 256 KiB, as Google asks. */
const chunkSize = 8 * 1024 * 1024;
/** Failures one after another without a byte more being taken. */
const patience = 5;
const firstDelayMs = 500;

interface Upload {
  /** The session's own address; it carries the permission. */
  readonly session: string;
  /** Whether something may have arrived before; then that is asked first. */
  readonly goesOn?: boolean;
  /** Not empty. */
  readonly body: Blob;
  readonly ports: { readonly fetch: Fetch; readonly clock: Clock; readonly random: Random };
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((sentBytes: number) => void) | undefined;
}

/**
 * The address of the session that an answer opened.
 * @throws StorageError `cors` where the page may not see it.
 */
export function sessionOf(response: Response, key: string, bucket: string): string {
  const session = response.headers.get('location');
  if (session) return session;
  throw new StorageError('cors', `"${bucket}" does not let this page see where to upload to.`, {
    operation: 'write',
    key,
    remedy: { text: 'Add Location to responseHeader in the rule of the bucket. Large files need it.' },
  });
}

/**
 * Sends the body; resolves with the session's last answer: 2xx when the object is there, else a refusal.
 * After a cut connection or a failing server it asks what has arrived, and goes on from there.
 * Rejects as `fetch` does when the connection stays cut. A session that is called off is closed; all lapse after a week.
 */
export async function sendToSession(upload: Upload): Promise<Response> {
  try {
    return await sendAll(upload);
  } catch (error) {
    if (error instanceof TypeError) throw error;
    await upload.ports
      .fetch(upload.session, { method: 'DELETE', credentials: 'omit' })
      .catch(() => undefined);
    throw error;
  }
}

async function sendAll({
  session,
  goesOn = false,
  body,
  ports,
  signal,
  onProgress,
}: Upload): Promise<Response> {
  let arrived = 0;
  let failures = 0;
  let asking = goesOn;
  for (;;) {
    const end = Math.min(arrived + chunkSize, body.size);
    const range = asking ? '*' : `${arrived}-${end - 1}`;
    const answer = await attempt(
      ports.fetch(session, {
        method: 'PUT',
        credentials: 'omit',
        headers: { 'content-range': `bytes ${range}/${body.size}` },
        ...(asking ? {} : { body: body.slice(arrived, end) }),
        ...(signal ? { signal } : {}),
      }),
    );
    if (answer instanceof Response && answer.status === 308) {
      // Where a page may not see `Range`, a chunk that was answered has arrived; the checksum says if not.
      const unseen = asking ? 0 : end;
      const next = rangeEnd(answer.headers.get('range')) ?? unseen;
      if (next > arrived) failures = 0;
      else failures += 1;
      arrived = next;
      asking = arrived >= body.size;
      onProgress?.(arrived);
      if (failures <= patience) continue;
      return answer;
    }
    if (answer instanceof Response && !isPassing(answer.status)) {
      if (answer.ok) onProgress?.(body.size);
      // So that no refusal is taken for a bucket that is not there. 499 says that the session was called off.
      return answer.status === 404 || answer.status === 499 ? new Response(null, { status: 410 }) : answer;
    }
    failures += 1;
    if (failures > patience) {
      if (answer instanceof Response) return answer;
      throw answer;
    }
    asking = true;
    await ports.clock.sleep(firstDelayMs * 2 ** (failures - 1) * (0.5 + ports.random.unit()), signal);
  }
}

/** The answer, or the failure of the network; aborts and all else are thrown. */
async function attempt(request: Promise<Response>): Promise<Response | TypeError> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof TypeError) return error;
    throw error;
  }
}

function isPassing(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/** `bytes=0-42` are 43 bytes. */
function rangeEnd(header: string | null): number | undefined {
  const last = /^bytes=0-(\d+)$/.exec(header ?? '')?.[1];
  return last === undefined ? undefined : Number(last) + 1;
}
