/** The worker that runs requests. One among all tabs holds the lock and works; the others wait for it. */
import { openHouse } from '../workspace/open-workspace.ts';
import { runRequestsOf } from '../workspace/request-runner.ts';
import { browserPorts } from './browser-ports.ts';
import type { RequestsMessage } from './requests-messages.ts';

let house: ReturnType<typeof openHouse> | undefined;

addEventListener('message', (event: MessageEvent<RequestsMessage>) => {
  if (!house) {
    house = openHouse(browserPorts(event.data.host), event.data.databaseName);
    void runRequestsOf(house);
  }
  house.vault.setSession(event.data.session);
});
