/** The page's own house: database, ports, and the worker that runs requests beside it. */
import { browserPorts } from '#core/worker/browser-ports.ts';
import type { RequestsMessage } from '#core/worker/requests-messages.ts';
import { openHouse } from '#core/workspace/open-workspace.ts';
import type { Host } from '#core/ports.ts';

const host: Host = {
  origin: location.origin,
  kind:
    location.protocol === 'chrome-extension:' || location.protocol === 'moz-extension:' ? 'extension' : 'web',
};
const databaseName = 'bucketmark';

export const house = openHouse(browserPorts(host), databaseName);

/** Starts the requests worker. Called once the first page stands, as nothing on it waits for this. */
export function startRequestsWorker(): void {
  const worker = new Worker(new URL('../../core/worker/requests.worker.ts', import.meta.url), {
    type: 'module',
    name: 'requests',
  });
  house.vault.onSession((session) => {
    const message: RequestsMessage = { host, databaseName, session };
    worker.postMessage(message);
  });
}
