/** Which workspace is open, and the way to another. */
import { DropdownMenu } from '@kobalte/core/dropdown-menu';
import { useNavigate } from '@solidjs/router';
import Check from 'lucide-solid/icons/check';
import ChevronsUpDown from 'lucide-solid/icons/chevrons-up-down';
import Plus from 'lucide-solid/icons/plus';
import { For, Show } from 'solid-js';
import { toErrorReport } from '#core/errors.ts';
import type { WorkspaceId } from '#core/model/ids.ts';
import { personalWorkspace } from '#core/model/workspace.ts';
import { createLive } from '#web/state/create-live.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { cx } from '#web/ui/cx.ts';
import { Icon } from '#web/ui/icon.tsx';
import menuStyles from '#web/ui/menu.module.css';
import { Mark } from './mark.tsx';
import styles from './sidebar.module.css';

export function WorkspaceSwitcher() {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const live = createLive(
    () => true,
    async () => ({
      all: [{ id: personalWorkspace, name: 'Personal' }, ...(await workspace.workspaces.list())],
      current: await workspace.workspaces.current(),
    }),
  );
  const name = () =>
    live.data()?.all.length === 1
      ? 'Bucketmark'
      : live.data()?.all.find(({ id }) => id === live.data()?.current)?.name;

  function open(id: WorkspaceId): void {
    workspace.workspaces.open(id).catch((error: unknown) => {
      showToast({ tone: 'bad', title: 'It was not opened', text: toErrorReport(error).message });
    });
  }
  return (
    <DropdownMenu modal={false} placement="bottom-start" gutter={4}>
      <DropdownMenu.Trigger
        class={styles.name}
        aria-label={`Workspace ${name() ?? 'Bucketmark'}: open another`}
      >
        <Mark />
        <span class={styles.word}>{name() ?? 'Bucketmark'}</span>
        <Icon of={ChevronsUpDown} size={14} class={cx(styles.word, styles.chevrons)} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class={menuStyles.menu}>
          <DropdownMenu.RadioGroup
            value={String(live.data()?.current)}
            onChange={(value) => open(Number(value))}
          >
            <For each={live.data()?.all}>
              {({ id, name: own }) => (
                <DropdownMenu.RadioItem class={menuStyles.item} value={String(id)}>
                  <Show when={id === live.data()?.current} fallback={<span class={styles.noCheck} />}>
                    <Icon of={Check} size={14} />
                  </Show>
                  <span>{own}</span>
                </DropdownMenu.RadioItem>
              )}
            </For>
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator class={menuStyles.line} />
          <DropdownMenu.Item class={menuStyles.item} onSelect={() => navigate('/settings')}>
            <Icon of={Plus} size={14} />
            <span>New workspace…</span>
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
