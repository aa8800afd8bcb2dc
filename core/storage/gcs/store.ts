/** Google Cloud Storage, by plain `fetch`. */
import { StorageError } from '../../errors.ts';
import type { GcsCredentials, GcsSettings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import type { ObjectStore } from '../object-store.ts';
import { openJsonStore } from './json-store.ts';
import { hmacSigningKey, rsaSigningKey, type SigningKey } from './keys.ts';
import { longestSignatureSeconds, signV4 } from './sign.ts';
import { objectUrl, xmlObjectUrl } from './url.ts';
import { openXmlStore } from './xml-store.ts';

/**
 * Makes a store for one bucket. Nothing is asked of it yet.
 * HMAC keys go by the XML interface, which needs the bucket's CORS rule; all else by the JSON one, which needs none.
 * An access token signs nothing, so with one alone no address can be made for others.
 */
export function openGcsStore(
  settings: GcsSettings,
  credentials: GcsCredentials | undefined,
  ports: Ports,
): ObjectStore {
  const key = toSigningKey(credentials);
  const byHmac = credentials?.kind === 'gcs-hmac';
  const byAddress =
    credentials && key && (byHmac || (settings.presignMinutes ?? 0) > 0)
      ? openXmlStore(settings, credentials, key, ports)
      : undefined;
  const store =
    byAddress && byHmac
      ? byAddress
      : // Signed addresses need no preflight, so for reading they are worth the bucket's rule.
        {
          ...openJsonStore(settings, credentials, key, ports),
          ...(byAddress ? { read: byAddress.read } : {}),
        };

  async function presign(objectKey: string, seconds: number): Promise<URL> {
    if (credentials === undefined) return new URL(`${objectUrl(settings, objectKey, 'presign')}?alt=media`);
    const url = xmlObjectUrl(settings, objectKey, 'presign');
    if (key === undefined) {
      throw new StorageError('unexpected', 'An access token cannot sign addresses.', {
        operation: 'presign',
        key: objectKey,
        remedy: { text: 'Attach the bucket with a key file or an HMAC key, or go on without addresses.' },
      });
    }
    return new URL(
      await signV4(
        {
          method: 'GET',
          url,
          query: settings.projectId ? { userProject: settings.projectId } : {},
          now: ports.clock.now(),
          expiresSeconds: Math.min(seconds, longestSignatureSeconds),
        },
        key,
      ),
    );
  }

  const signs = credentials === undefined || key !== undefined;
  return {
    capabilities: { write: true, conditionalWrite: true, presign: signs, parallelList: true },
    ...store,
    presign,
  };
}

function toSigningKey(credentials: GcsCredentials | undefined): SigningKey | undefined {
  if (credentials?.kind === 'gcs-key-file') {
    return rsaSigningKey(credentials.clientEmail, credentials.privateKey);
  }
  return credentials?.kind === 'gcs-hmac'
    ? hmacSigningKey(credentials.accessId, credentials.secret)
    : undefined;
}
