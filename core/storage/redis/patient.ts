/** What the doctor asks of Redis and its gateway, and what it prescribes. */
import type { RedisSettings } from '../../model/storage.ts';
import type { Host } from '../../ports.ts';
import { redisAcl, redisUser } from './acl.ts';
import { corsRemedy } from './errors.ts';
import { code, type MethodProbe, type Patient, type Prescription, runAgain, steps } from '../patient.ts';

export function redisPatient(settings: RedisSettings, host: Host): Patient {
  return {
    origin: new URL(settings.endpoint).origin,
    place: 'database',
    methods: methods(settings),
    headers: [],
    clock: false,
    credentials: !settings.anonymous,
    region: undefined,
    writes: true,
    rule: rule(settings, host),
    source: permissions(settings, 'source'),
    target: permissions(settings, 'target'),
  };
}

/** `PING` without a password: answered or refused, it does nothing. */
function methods({ gateway, endpoint }: RedisSettings): MethodProbe[] {
  const url = `${endpoint.replace(/\/+$/, '')}/`;
  if (gateway === 'upstash') {
    const headers = { 'content-type': 'application/json' };
    return [{ method: 'POST', url, headers, body: '["PING"]', use: 'all commands' }];
  }
  return [
    { method: 'POST', url, body: 'PING.raw', use: 'all commands but writing' },
    { method: 'PUT', url: `${url}0/PING.raw`, body: 'x', use: 'writing' },
  ];
}

function rule(settings: RedisSettings, host: Host): Prescription {
  const headers = corsRemedy(settings, host).snippets ?? [];
  return {
    ways: [
      ...headers.map(({ title, text }) => code(title, text)),
      steps(
        settings.gateway === 'webdis'
          ? 'Webdis lets every page in, so a server before it takes its headers away.'
          : 'Upstash lets every page in; serverless-redis-http sends no such headers.',
        'Let the server before the gateway send these headers, and answer OPTIONS without a password.',
        runAgain,
      ),
    ],
    note: 'Replaces nothing in Redis. Needs access to the configuration of that server.',
  };
}

function permissions(settings: RedisSettings, use: 'source' | 'target'): Prescription {
  const user = redisUser(settings);
  const line = code('Command', redisAcl(settings, use));
  if (settings.gateway === 'upstash') {
    return {
      ways: [
        line,
        steps(
          'Run the line in the console, with a password of your own.',
          `Make a token of it with ACL RESTTOKEN ${user} PASSWORD, and enter it here under New keys.`,
          runAgain,
        ),
      ],
      note: `Makes the user "${user}", or replaces its rights. Needs a user that may change users.`,
    };
  }
  return {
    ways: [
      line,
      steps(
        `Make yourself another user first: the line takes rights from "${user}", which Webdis is.`,
        'Run the line in redis-cli, with a password of your own.',
        'Put the password at redis_auth in webdis.json and start Webdis again.',
        runAgain,
      ),
    ],
    note: `Replaces the rights of the user "${user}". Needs a user that may change users.`,
  };
}
