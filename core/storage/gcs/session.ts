/** Large writes in a session, which is remembered until it ends: an upload that was cut goes on, after a reload too. */
import type { Ports } from '../../ports.ts';
import { sha256 } from '../../util/digest.ts';
import { sendToSession } from './resumable.ts';

interface SessionUpload {
  /** All that makes two uploads the same: where to, which bytes, under which condition. */
  readonly same: readonly (string | number | undefined)[];
  /** Opens a session; throws where that is refused. */
  readonly open: () => Promise<string>;
  readonly body: Blob;
  readonly ports: Ports;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((sentBytes: number) => void) | undefined;
}

/**
 * Sends the body to the session that was begun for the same write, else to a new one. The session's address is a secret
 * (whoever has it may write that object), so it is kept sealed, and no longer than until the upload ends.
 */
export async function uploadInSession({ same, open, ...upload }: SessionUpload): Promise<Response> {
  const { notes } = upload.ports;
  const name = await nameOf(same);
  const begun = await notes.read(name);
  if (begun !== undefined) {
    const answer = await sendAndForget(begun, true);
    // It lapsed after a week, or was ended elsewhere.
    if (answer.status !== 410) return answer;
  }
  const session = await open();
  await notes.keep(name, session);
  return sendAndForget(session, false);

  async function sendAndForget(session: string, goesOn: boolean): Promise<Response> {
    let answer: Response;
    try {
      answer = await sendToSession({ ...upload, session, goesOn });
    } catch (error) {
      // What was cut stays; what was called off is closed by then.
      if (!(error instanceof TypeError)) await notes.forget(name);
      throw error;
    }
    if (answer.status < 500) await notes.forget(name);
    return answer;
  }
}

async function nameOf(same: SessionUpload['same']): Promise<string> {
  return sha256(JSON.stringify(['gcs', ...same.map((part) => part ?? null)]));
}
