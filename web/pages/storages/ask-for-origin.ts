/** In the extension the browser grants a host only from within a click. The page needs no grant. */
import type { S3Settings } from '#core/model/storage.ts';

export function askForOrigin(_settings: S3Settings): Promise<void> {
  return Promise.resolve();
}
