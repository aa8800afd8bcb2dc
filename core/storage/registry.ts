/** Every kind of storage: one line each, loaded when first used. */
import type { Provider, S3Credentials, StorageSettings } from '../model/storage.ts';
import type { Ports } from '../ports.ts';
import type { ObjectStore } from './object-store.ts';
import { withRetry } from './retry.ts';

type Open<Kind extends Provider> = (
  settings: Extract<StorageSettings, { provider: Kind }>,
  credentials: S3Credentials | undefined,
  ports: Ports,
) => ObjectStore;

const providers: { readonly [Kind in Provider]: () => Promise<Open<Kind>> } = {
  s3: async () => (await import('./s3/store.ts')).openS3Store,
  device: async () => (await import('./device/store.ts')).openDeviceStore,
};

/** Opens a store without asking anything of it yet. Passing failures are tried again inside. */
export async function openStore(
  settings: StorageSettings,
  credentials: S3Credentials | undefined,
  ports: Ports,
): Promise<ObjectStore> {
  const store =
    settings.provider === 's3'
      ? (await providers.s3())(settings, credentials, ports)
      : (await providers.device())(settings, credentials, ports);
  return withRetry(store, ports);
}
