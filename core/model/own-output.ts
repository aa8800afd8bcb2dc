/** How files that Bucketmark wrote are told from what people put beside them. */
import * as v from 'valibot';

/** The key at a file's root; its value is an object that names its `format`. */
export const ownOutputKey = 'bucketmark';

const schema = v.object({ [ownOutputKey]: v.object({ format: v.string() }) });

/** True for what Bucketmark wrote itself, which is never input. */
export function isOwnOutput(whole: unknown): boolean {
  return v.is(schema, whole);
}
