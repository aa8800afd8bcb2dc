import { openGcsStore } from '#core/storage/gcs/store.ts';
import { withRetry } from '#core/storage/retry.ts';
import { makeGcsBucket } from '#test/fakes/gcs-buckets.ts';
import { testObjectStore } from './object-store.ts';

testObjectStore('Google Cloud Storage (fake-gcs-server) from a page', async () => {
  const { settings, credentials, ports } = await makeGcsBucket();
  return { store: withRetry(openGcsStore(settings, credentials, ports), ports), cleanUp: async () => {} };
});
