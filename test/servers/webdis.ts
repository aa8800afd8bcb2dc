/** Webdis, as Debian packages it, in front of a Redis. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { libraryPath, obtainFromDebian } from './debian.ts';
import { launch, untilAnswers } from './process.ts';
import type { RedisAccess } from './redis.ts';
import type { Server } from './server.ts';

export interface GatewayAccess {
  readonly endpoint: string;
  readonly user: string;
  /** A password for Webdis, a token for Upstash' protocol. */
  readonly secret: string;
}

const user = 'annotator';
const secret = 'pässword: with spaces';

/** Takes everything from who knows the password, nothing from others but a reader. */
export function webdisBefore(redis: RedisAccess): Server<GatewayAccess> {
  return {
    name: 'Webdis',
    obtain: () => obtainFromDebian('webdis'),

    async start({ executable, folder, port }) {
      const config = join(folder, 'webdis.json');
      const settings = {
        redis_host: '127.0.0.1',
        redis_port: redis.port,
        http_host: '127.0.0.1',
        http_port: port,
        threads: 2,
        daemonize: false,
        // Not the one that tests use: what forgets to name its database is found out.
        database: 9,
        acl: [
          { disabled: ['*'] },
          { http_basic_auth: `${user}:${secret}`, enabled: ['*'] },
          { http_basic_auth: 'reader:reads', enabled: ['PING', 'GET'] },
        ],
        verbosity: 0,
        logfile: join(folder, 'webdis.log'),
      };
      await writeFile(config, JSON.stringify(settings));
      const launched = launch(executable, [config], await libraryPath(executable));
      const endpoint = `http://127.0.0.1:${port}`;
      // It has no answer for OPTIONS but 200, whoever asks.
      await untilAnswers(endpoint, launched, { method: 'OPTIONS' });
      return { access: { endpoint, user, secret }, pid: launched.pid, stop: () => launched.stop() };
    },
  };
}
