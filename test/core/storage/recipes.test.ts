/** What `docs/storages.md` tells people to paste is what the Bucket doctor tells them. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Host } from '#core/ports.ts';
import { azurePatient } from '#core/storage/azure/patient.ts';
import { gcsPatient } from '#core/storage/gcs/patient.ts';
import type { Patient } from '#core/storage/patient.ts';
import { redisPatient } from '#core/storage/redis/patient.ts';
import { corsRule as s3Rule } from '#core/storage/s3/cors.ts';
import { s3Policy } from '#core/storage/s3/patient.ts';
import { corsRemedy as urlsRemedy } from '#core/storage/urls/cors.ts';

const recipes = readFileSync(new URL('../../../docs/storages.md', import.meta.url), 'utf8');
const host: Host = { kind: 'web', origin: 'https://annotate.example' };

/** Blocks of code without what only breaks and indents lines. */
const blocks = [...recipes.matchAll(/^ *```(\w*)\n([\s\S]*?)^ *```$/gm)].map(([, kind = '', text = '']) => ({
  kind,
  text: text
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.trim())
    .join('\n'),
}));
const documents: unknown[] = blocks.filter(({ kind }) => kind === 'json').map(({ text }) => JSON.parse(text));
const texts = blocks.map(({ text }) => text).join('\n');

/** The prescription's text of that title, as one line each. */
function told({ ways }: NonNullable<Patient['source']>, title: string): string {
  return ways.find((way) => way.title === title)?.text.replace(/\s*\\\n\s*/g, ' ') ?? `no ${title}`;
}

function patientOf(provider: 'azure' | 'gcs' | 'redis' | 'upstash'): Patient {
  const anonymous = false;
  switch (provider) {
    case 'azure':
      return azurePatient(
        { provider, account: 'ACCOUNT', container: 'CONTAINER', prefix: '', endpoint: '', anonymous },
        host,
      );
    case 'gcs':
      return gcsPatient(
        { provider, bucket: 'BUCKET', prefix: '', projectId: '', endpoint: '', anonymous },
        { kind: 'gcs-hmac', accessId: 'ID', secret: 'SECRET' },
        host,
      );
    case 'redis':
    case 'upstash':
      return redisPatient(
        {
          provider: 'redis',
          gateway: provider === 'redis' ? 'webdis' : 'upstash',
          endpoint: 'https://gateway.example',
          database: 0,
          prefix: 'PREFIX/',
          anonymous,
        },
        host,
      );
  }
}

describe.each(['source', 'target'] as const)('the permissions of a %s', (use) => {
  test('S3: the policy', () => {
    const place = { bucket: 'BUCKET', prefix: 'PREFIX/', region: 'us-east-1' };
    expect(documents).toContainEqual(s3Policy(place, use));
  });
  test.each(['azure', 'gcs', 'redis', 'upstash'] as const)('%s: the command', (provider) => {
    const prescription = patientOf(provider)[use];
    expect(texts).toContain(prescription && told(prescription, 'Command'));
  });
});

describe('the rule that lets a page in', () => {
  test('S3: as JSON', () => {
    expect(documents).toContainEqual({ CORSRules: [s3Rule(host.origin)] });
  });
  test('Azure: the command', () => {
    const { rule } = patientOf('azure');
    expect(texts).toContain(rule && told(rule, 'Command'));
  });
  test('Google: as JSON', () => {
    const { rule } = patientOf('gcs');
    expect(documents).toContainEqual(JSON.parse((rule && told(rule, 'Rule as JSON')) ?? ''));
  });
  test('a gateway of Redis: the headers', () => {
    const { rule } = patientOf('upstash');
    expect(texts).toContain(rule && told(rule, 'Headers'));
  });
  test.each(urlsRemedy('https://images.example', host).snippets ?? [])('a web server: $title', ({ text }) => {
    expect(texts).toContain(text);
  });
});
