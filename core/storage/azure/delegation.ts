/**
 * Signatures of a person or an application: made with a key that Azure gives to whoever holds a token.
 * https://learn.microsoft.com/rest/api/storageservices/create-user-delegation-sas
 */
import * as v from 'valibot';
import { elementText } from '../../util/xml.ts';
import { encodeStrict } from '../s3/url.ts';
import { fromBase64, signText, toBase64, version } from './sas.ts';

const names = [
  'SignedOid',
  'SignedTid',
  'SignedStart',
  'SignedExpiry',
  'SignedService',
  'SignedVersion',
  'Value',
] as const;

const keySchema = v.object(v.entriesFromList(names, v.pipe(v.string(), v.minLength(1))));

export type DelegationKey = v.InferOutput<typeof keySchema>;

/** Azure's answer to a request for such a key; undefined where it is none. */
export function parseDelegationKey(xml: string): DelegationKey | undefined {
  const fields = Object.fromEntries(names.map((name) => [name, elementText(xml, name)]));
  const parsed = v.safeParse(keySchema, fields);
  return parsed.success ? parsed.output : undefined;
}

export function delegationRequest(from: number, to: number): string {
  const [start, expiry] = [second(from), second(to)];
  return `<?xml version="1.0" encoding="utf-8"?><KeyInfo><Start>${start}</Start><Expiry>${expiry}</Expiry></KeyInfo>`;
}

/** The query that lets anyone read one blob until `expires`. */
export async function signReadWith(
  key: DelegationKey,
  {
    account,
    container,
    blob,
    expires,
  }: { account: string; container: string; blob: string; expires: number },
): Promise<string> {
  const bytes = fromBase64(key.Value);
  if (bytes === undefined) throw new TypeError('The key of a delegation is no base64.');
  const until = second(Math.min(expires, Date.parse(key.SignedExpiry)));
  const path = `/blob/${account}/${container}/${blob}`;
  const { SignedOid, SignedTid, SignedStart, SignedExpiry, SignedService, SignedVersion } = key;
  const delegated = [SignedOid, SignedTid, SignedStart, SignedExpiry, SignedService, SignedVersion];
  // After the key's own fields: two more identities, a correlation, address, protocol, version, kind, snapshot,
  // encryption scope, and five headers of the answer.
  const text = [
    'r',
    '',
    until,
    path,
    ...delegated,
    '',
    '',
    '',
    '',
    '',
    version,
    'b',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
  ];
  const signed = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const fields = {
    sv: version,
    se: until,
    sr: 'b',
    sp: 'r',
    skoid: SignedOid,
    sktid: SignedTid,
    skt: SignedStart,
    ske: SignedExpiry,
    sks: SignedService,
    skv: SignedVersion,
    sig: toBase64(await signText(signed, text.join('\n'))),
  };
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeStrict(value)}`)
    .join('&');
}

function second(time: number): string {
  return new Date(time).toISOString().replace(/\.\d{3}/, '');
}
