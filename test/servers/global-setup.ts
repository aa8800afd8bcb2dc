/** Starts the servers once for each vitest project. Without one, only the tests that ask for it fail. */
import type { TestProject } from 'vitest/node';
import { startMinio } from './start.ts';

export default async function setup({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  try {
    const started = await startMinio();
    provide('minio', started.minio.access);
    provide('noCors', { ...started.minio.access, endpoint: started.noCors.endpoint });
    return () => started.stop();
  } catch (error) {
    if (process.env['CI']) throw error;
    const missing = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${missing}\n`);
    provide('minio', { missing });
    provide('noCors', { missing });
    return undefined;
  }
}
