/** Workspaces: what separates projects and tasks from each other. */
import { Show } from 'solid-js';
import { createLive } from '#web/state/create-live.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { NamedList } from './named-list.tsx';
import styles from './settings-page.module.css';

export function WorkspacesSection() {
  const workspace = useWorkspace();
  const live = createLive(
    () => true,
    async () => ({
      workspaces: await workspace.workspaces.list(),
      current: await workspace.workspaces.current(),
    }),
  );
  return (
    <div class={styles.space}>
      <p class={styles.quiet}>
        Projects and tasks of one workspace are not seen in the others. “Personal” is always there. Storages
        and people are the same in all.
      </p>
      <Show when={live.data()}>
        {(known) => (
          <NamedList
            what="workspace"
            rows={known().workspaces}
            note={({ id }) => (id === known().current ? 'open' : undefined)}
            onRename={({ id }, name) => workspace.workspaces.rename(id, name)}
            onAdd={(name) => workspace.workspaces.add(name)}
            onRemove={({ id }) => workspace.workspaces.remove(id)}
          />
        )}
      </Show>
    </div>
  );
}
