/** The page's own house: database, ports, and the worker that runs requests beside it. */
import type { Host } from '#core/ports.ts';
import { browserPorts } from '#core/worker/browser-ports.ts';
import type { RequestsMessage } from '#core/worker/requests-messages.ts';
import type { ListAnswers } from '#core/workspace/door/lists.ts';
import { openHouse } from '#core/workspace/open-workspace.ts';

const host: Host = {
  origin: location.origin,
  kind: /^(chrome|moz)-extension:$/.test(location.protocol) ? 'extension' : 'web',
};
const databaseName = 'bucketmark';

export const house = openHouse(browserPorts(host), databaseName, startLists);

let worker: Worker | undefined;

/** The worker beside this tab, started when it is first needed. */
function requestsWorker(): Worker {
  if (worker) return worker;
  const started = new Worker(new URL('../../core/worker/requests.worker.ts', import.meta.url), {
    type: 'module',
    name: 'requests',
  });
  worker = started;
  tell(started, { kind: 'begin', host, databaseName });
  house.vault.onSession((session) => tell(started, { kind: 'session', session }));
  return started;
}

/** The worker that answers about lists, with the code to ask it. */
async function startLists(): Promise<ListAnswers> {
  const lists = new Worker(new URL('../../core/worker/lists.worker.ts', import.meta.url), {
    type: 'module',
    name: 'lists',
  });
  return (await import('#core/worker/lists-client.ts')).listsClient(lists, databaseName);
}

function tell(to: Worker, message: RequestsMessage, transfer: Transferable[] = []): void {
  to.postMessage(message, transfer);
}

/** Begins to run what waits. Called once the first page stands, as nothing on it waits for this. */
export function startRequestsWorker(): void {
  requestsWorker();
}

/** Takes a job's log into its frame documents, in the worker. */
export async function foldJob(jobId: number): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    port1.addEventListener('message', (event: MessageEvent<string | undefined>) => {
      port1.close();
      if (event.data === undefined) resolve();
      else reject(new Error(event.data));
    });
    port1.start();
    tell(requestsWorker(), { kind: 'fold', jobId, answer: port2 }, [port2]);
  });
}
