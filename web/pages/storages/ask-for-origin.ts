/** In the extension the browser grants a host only from within a click. The page needs no grant. */
import type { S3Settings } from '#core/model/storage.ts';
import { bucketUrl } from '#core/storage/s3/url.ts';
import { hostPowers } from '#core/workspace/host-powers.ts';

/**
 * Asks for leave at the bucket's host, first thing in a click. A person may refuse: the bucket can still have
 * a CORS rule, so the check goes on and says what it finds.
 */
export async function askForOrigin(settings: S3Settings): Promise<void> {
  await hostPowers().requestOrigin(new URL(bucketUrl(settings)).origin);
}
