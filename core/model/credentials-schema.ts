/** What credentials must be. Apart from the types, so that nothing that only names them loads the schemas. */
import * as v from 'valibot';
import type { Credentials } from './storage.ts';

const s3CredentialsSchema = v.object({
  accessKeyId: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(128)),
  secretAccessKey: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(256)),
  sessionToken: v.exactOptional(v.pipe(v.string(), v.trim(), v.minLength(1))),
  role: v.exactOptional(
    v.object({
      arn: v.pipe(v.string(), v.trim(), v.maxLength(2048)),
      externalId: v.exactOptional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1224))),
      endpoint: v.exactOptional(v.pipe(v.string(), v.url())),
    }),
  ),
});

const secret = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(4096));

/** Microsoft's and Google's tokens are long. */
const token = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(16_384));

export const azureCredentialsSchema = v.variant('kind', [
  /** A shared access signature, with or without its question mark. */
  v.object({ kind: v.literal('azure-sas'), sas: secret }),
  /** The account's key, base64; signatures are made from it on the device. */
  v.object({ kind: v.literal('azure-key'), key: secret }),
  /** An application's own identity in Entra ID. */
  v.object({ kind: v.literal('azure-principal'), tenant: secret, clientId: secret, clientSecret: secret }),
  /** A person's, as signing in gave it; a refresh token of a page holds for a day. */
  v.object({ kind: v.literal('azure-sign-in'), tenant: secret, clientId: secret, refreshToken: token }),
]);

export const gcsCredentialsSchema = v.variant('kind', [
  /** Of a service account's key file: its address and its private key (PKCS #8, PEM). */
  v.object({ kind: v.literal('gcs-key-file'), clientEmail: secret, privateKey: secret }),
  v.object({ kind: v.literal('gcs-token'), accessToken: secret }),
  v.object({ kind: v.literal('gcs-hmac'), accessId: secret, secret }),
  /** A person's token, as signing in gave it; `expires` in milliseconds since 1970. */
  v.object({ kind: v.literal('gcs-sign-in'), clientId: secret, accessToken: token, expires: v.number() }),
]);

export const redisCredentialsSchema = v.variant('kind', [
  /** HTTP Basic, as Webdis checks it; and Redis' own AUTH where the gateway passes it on. */
  v.object({ kind: v.literal('redis-password'), user: v.string(), password: secret }),
  /** Upstash's bearer token. */
  v.object({ kind: v.literal('redis-token'), token: secret }),
]);

const kindedCredentialsSchema = v.union([
  azureCredentialsSchema,
  gcsCredentialsSchema,
  redisCredentialsSchema,
]);

/** Credentials as they were sealed. Throws when they are none that we know. */
export function parseCredentials(value: unknown): Credentials {
  const kinded = v.safeParse(kindedCredentialsSchema, value);
  if (kinded.success) return kinded.output;
  return v.parse(s3CredentialsSchema, value);
}
