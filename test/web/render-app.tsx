/** Puts the whole application with a workspace in memory onto the test page. */
import { render } from 'solid-js/web';
import { afterEach } from 'vitest';
import { App } from '#web/app.tsx';
import '#web/styles/tokens.css';
import '#web/styles/reset.css';
import type { Workspace } from '#core/workspace/workspace.ts';

let dispose: (() => void) | undefined;

afterEach(() => {
  dispose?.();
  dispose = undefined;
  document.body.replaceChildren();
});

/** Opens the application at an address, as `/tasks`. */
export function openApp(workspace: Workspace, path: string): void {
  location.hash = path;
  const root = document.createElement('div');
  root.id = 'app';
  document.body.append(root);
  dispose = render(() => <App workspace={workspace} />, root);
}
