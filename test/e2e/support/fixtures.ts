/** What end-to-end and extension tests ask for: the built site, MinIO, and browsers with a profile of their own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, test as base } from '@playwright/test';
import type { Access } from '#test/servers/server.ts';
import { startMinio } from '#test/servers/start.ts';
import { startSite } from './site.ts';

interface TestFixtures {
  /** An empty folder for a browser profile, gone after the test. */
  readonly profile: string;
}

interface WorkerFixtures {
  /** Address of the built site; ends with a slash. */
  readonly site: string;
  readonly servers: { readonly minio: Access; readonly noCors: Access };
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  profile: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'bucketmark-profile-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  site: [
    async ({}, use) => {
      const site = await startSite();
      await use(site.address);
      await site.stop();
    },
    { scope: 'worker' },
  ],
  servers: [
    async ({}, use) => {
      const started = await startMinio();
      const minio = started.minio.access;
      await use({ minio, noCors: { ...minio, endpoint: started.noCors.endpoint } });
      await started.stop();
    },
    // Building MinIO for the first time takes minutes.
    { scope: 'worker', timeout: 900_000 },
  ],
});

export { expect } from '@playwright/test';

/** Starts a browser on a profile; what it stored there is found again by the next one. */
export async function launchOn(profile: string, args: readonly string[] = []): Promise<BrowserContext> {
  const executablePath = process.env['CHROMIUM'];
  return chromium.launchPersistentContext(profile, {
    headless: true,
    ...(executablePath ? { executablePath } : { channel: 'chromium' }),
    viewport: { width: 1440, height: 900 },
    args: ['--no-sandbox', '--disable-background-networking', ...args],
  });
}

/** Ends the browser's main process as a power cut would: nothing is flushed, nothing is said goodbye to. */
export async function killBrowser(context: BrowserContext): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('This context has no browser of its own.');
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const browser = processInfo.find(({ type }) => type === 'browser');
  if (!browser) throw new Error('The browser did not say which process it is.');
  const closed = new Promise((resolve) => {
    context.once('close', resolve);
  });
  process.kill(browser.id, 'SIGKILL');
  await closed;
}
