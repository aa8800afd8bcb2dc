/** The worker beside each tab. One among all tabs holds the lock and runs requests; each folds its own tab's jobs. */
import { openHouse } from '../workspace/open-workspace.ts';
import { runRequestsOf } from '../workspace/request-runner.ts';
import { browserPorts } from './browser-ports.ts';
import type { RequestsMessage } from './requests-messages.ts';

let house: ReturnType<typeof openHouse> | undefined;

addEventListener('message', (event: MessageEvent<RequestsMessage>) => {
  const message = event.data;
  switch (message.kind) {
    case 'begin':
      house = openHouse(browserPorts(message.host), message.databaseName);
      void runRequestsOf(house);
      break;
    case 'session':
      house?.vault.setSession(message.session);
      break;
    case 'fold':
      void answerFold(message.jobId, message.answer);
      break;
  }
});

// What waited for the network is written as soon as it is back, not when its turn comes.
addEventListener('online', () => {
  void house?.targets.hurry(Date.now());
});

async function answerFold(jobId: number, answer: MessagePort): Promise<void> {
  try {
    await house?.annotations.fold(jobId);
    answer.postMessage(undefined);
  } catch (error) {
    answer.postMessage(String(error));
  }
}
