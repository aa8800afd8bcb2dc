/** Starts the application. */
import { render } from 'solid-js/web';
import { startRequestsWorker } from '#web/host/house.ts';
import { workspace } from '#web/host/workspace.ts';
import { applyAppearance } from '#web/state/preferences.ts';
import { App } from './app.tsx';
import './styles/tokens.css';
import './styles/reset.css';

applyAppearance();
const root = document.getElementById('app');
if (!root) throw new Error('index.html has no element with the id "app"');
render(() => <App workspace={workspace} />, root);
startRequestsWorker();
