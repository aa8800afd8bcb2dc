/**
 * Adds this page's rule to those of a bucket, by the JSON interface, which answers every page.
 * https://cloud.google.com/storage/docs/json_api/v1/buckets/patch
 */
import * as v from 'valibot';
import { StorageError } from '../../errors.ts';
import type { GcsCredentials, GcsSettings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import { encodeStrict } from '../s3/url.ts';
import { askRules, type RulePlan } from '../rule-plan.ts';
import { corsRule } from './cors.ts';
import { rsaSigningKey } from './keys.ts';
import { fullControl, openTokenSource } from './token.ts';
import { encodeQuery, serviceRoot } from './url.ts';

const bucketSchema = v.object({ cors: v.optional(v.array(v.record(v.string(), v.unknown())), []) });

export async function planGcsRule(
  settings: GcsSettings,
  credentials: GcsCredentials,
  ports: Ports,
): Promise<RulePlan> {
  const key =
    credentials.kind === 'gcs-key-file'
      ? rsaSigningKey(credentials.clientEmail, credentials.privateKey)
      : undefined;
  const tokens = openTokenSource(credentials, key, ports, fullControl);
  const about = {
    place: `bucket "${settings.bucket}"`,
    permission: 'storage.buckets.get and storage.buckets.update, as in the role Storage Admin',
  };
  const query = { fields: 'cors', ...(settings.projectId ? { userProject: settings.projectId } : {}) };
  const url = `${serviceRoot(settings)}/storage/v1/b/${encodeStrict(settings.bucket)}?${encodeQuery(query)}`;
  const send = async (init: RequestInit): Promise<v.InferOutput<typeof bucketSchema>> => {
    const authorization = await tokens.authorization();
    const headers = {
      'content-type': 'application/json',
      ...(authorization === undefined ? {} : { authorization }),
    };
    const { body } = await askRules({ ...about, url, init: { ...init, headers } }, ports);
    return v.parse(bucketSchema, JSON.parse(body));
  };

  const { cors: found } = await send({ method: 'GET' });
  const kept = found.filter(
    ({ origin }) => !(Array.isArray(origin) && origin.length === 1 && origin[0] === ports.host.origin),
  );
  const cors = [...kept, corsRule(ports.host.origin)];
  return {
    kept: kept.length,
    replaced: found.length - kept.length,
    text: JSON.stringify({ cors }, null, 2),
    async apply() {
      const { cors: now } = await send({ method: 'PATCH', body: JSON.stringify({ cors }) });
      if (now.length >= cors.length) return;
      throw new StorageError(
        'unexpected',
        `The server answered, but did not keep the rules of the ${about.place}.`,
        {
          operation: 'rule',
          remedy: { text: 'Nothing was changed. Copy the command and see what it says.' },
        },
      );
    },
  };
}
