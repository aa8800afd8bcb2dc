/** All that a console's page may say to the extension; what it means is read from the sender's address. */
import * as v from 'valibot';

export const messageSchema = v.variant('kind', [
  /** Opens the workspace on the bucket that the sender shows. */
  v.strictObject({ kind: v.literal('open-workspace') }),
  /** Whether the button is hidden on the sender's console. */
  v.strictObject({ kind: v.literal('is-hidden') }),
  v.strictObject({ kind: v.literal('hide') }),
]);

export type Message = v.InferOutput<typeof messageSchema>;
