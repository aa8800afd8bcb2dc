/** Users of MinIO's own, made through its admin interface. Node only. */
import { createCipheriv, createHash, pbkdf2Sync, randomBytes } from 'node:crypto';
import { signHeaders } from '#core/storage/s3/sigv4.ts';
import type { Access } from './server.ts';

/**
 * Makes a user who may do what a policy of MinIO's own allows.
 * Bodies of this interface are encrypted with the caller's secret: salt, kind of encryption (2: PBKDF2 with AES-GCM),
 * nonce, one sealed piece whose associated data is the seal of nothing.
 */
export async function makeMinioUser(
  { endpoint, region, accessKeyId, secretAccessKey }: Access,
  policy: 'readonly' | 'readwrite',
): Promise<{ accessKeyId: string; secretAccessKey: string }> {
  const user = {
    accessKeyId: `user-${randomBytes(6).toString('hex')}`,
    secretAccessKey: randomBytes(20).toString('hex'),
  };
  const owner = { accessKeyId, secretAccessKey };
  async function put(path: string, query: Record<string, string>, body: Buffer): Promise<void> {
    const url = `${endpoint}/minio/admin/v3/${path}`;
    const payload = createHash('sha256').update(body).digest('hex');
    const signed = { method: 'PUT', url, query, payload, now: Date.now() };
    const headers = await signHeaders(signed, owner, { region, service: 's3' });
    const answer = await fetch(`${url}?${new URLSearchParams(query).toString()}`, {
      method: 'PUT',
      headers,
      body: new Uint8Array(body),
    });
    if (!answer.ok) throw new Error(`MinIO's ${path}: ${answer.status} ${await answer.text()}`);
  }
  const account = JSON.stringify({ secretKey: user.secretAccessKey, status: 'enabled' });
  await put('add-user', { accessKey: user.accessKeyId }, encrypt(secretAccessKey, Buffer.from(account)));
  const grant = { isGroup: 'false', policyName: policy, userOrGroup: user.accessKeyId };
  await put('set-user-or-group-policy', grant, Buffer.alloc(0));
  return user;
}

function encrypt(password: string, data: Buffer): Buffer {
  const salt = randomBytes(32);
  const nonce = randomBytes(8);
  const key = pbkdf2Sync(password, salt, 8192, 32, 'sha256');
  const seal = (piece: number, associated: Buffer, plain: Buffer): Buffer => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32LE(piece);
    const cipher = createCipheriv('aes-256-gcm', key, Buffer.concat([nonce, counter]));
    cipher.setAAD(associated);
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
  const empty = seal(0, Buffer.alloc(0), Buffer.alloc(0));
  const last = seal(1, Buffer.concat([Buffer.of(0x80), empty]), data);
  return Buffer.concat([salt, Buffer.of(2), nonce, last]);
}
