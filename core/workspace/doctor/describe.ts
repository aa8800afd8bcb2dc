/** Which checks make sense for a storage; one line for each kind. */
import type { Credentials, StorageSettings, UrlsSettings } from '../../model/storage.ts';
import type { Host } from '../../ports.ts';
import { azurePatient } from '../../storage/azure/patient.ts';
import { gcsPatient } from '../../storage/gcs/patient.ts';
import { commonHeaders, fromSnippets, type Patient, runAgain, steps } from '../../storage/patient.ts';
import { redisPatient } from '../../storage/redis/patient.ts';
import { s3Patient } from '../../storage/s3/patient.ts';
import { corsRemedy } from '../../storage/urls/cors.ts';

export function describePatient(
  settings: StorageSettings,
  credentials: Credentials | undefined,
  host: Host,
): Patient {
  switch (settings.provider) {
    case 's3':
      return s3Patient(settings, host);
    case 'azure':
      return azurePatient(settings, host);
    case 'gcs':
      return gcsPatient(settings, credentials, host);
    case 'redis':
      return redisPatient(settings, host);
    case 'urls':
      return urlsPatient(settings, host);
    case 'device':
      return { ...nothingToAsk, place: 'folder', writes: true };
    case 'folder':
      return { ...nothingToAsk, place: 'folder', writes: settings.writable };
  }
}

const nothingToAsk: Patient = {
  origin: undefined,
  place: 'list',
  methods: [],
  headers: [],
  clock: false,
  credentials: false,
  region: undefined,
  writes: false,
  rule: undefined,
  source: undefined,
  target: undefined,
};

/** The first address stands for all. */
function urlsPatient({ urls }: UrlsSettings, host: Host): Patient {
  const [first] = urls;
  if (first === undefined) return nothingToAsk;
  const { snippets } = corsRemedy(new URL(first).origin, host);
  return {
    ...nothingToAsk,
    place: 'server',
    origin: new URL(first).origin,
    methods: [
      { method: 'GET', url: first, headers: { range: 'bytes=0-0' }, use: 'reading' },
      { method: 'HEAD', url: first, use: 'sizes' },
    ],
    headers: commonHeaders.filter(({ name }) => name !== 'Date'),
    rule: {
      ways: [
        ...fromSnippets(snippets, 'nginx'),
        ...fromSnippets(snippets, 'Headers'),
        steps(
          'Let the server add these headers to its answers, those about errors too.',
          'Or put a copy of the files into a bucket whose rule you can change.',
          runAgain,
        ),
      ],
      note: 'Replaces nothing. Needs access to the configuration of the server.',
    },
  };
}
