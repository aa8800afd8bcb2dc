/** A menu behind a button. Disabled rows keep the reason they are disabled. */
import { DropdownMenu } from '@kobalte/core/dropdown-menu';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import { For, Show } from 'solid-js';
import buttonStyles from './button.module.css';
import { cx } from './cx.ts';
import { Icon, type LucideIcon } from './icon.tsx';
import styles from './menu.module.css';

export interface MenuItem {
  readonly title: string;
  readonly icon: LucideIcon;
  readonly run: () => void;
  /** Only for what has no undo. */
  readonly danger?: boolean;
  readonly disabledReason?: string | undefined;
}

/** Sections are divided by a line. `label` names what the menu is for: "Actions of task 12". */
export function Menu(props: { label: string; sections: readonly (readonly MenuItem[])[] }) {
  return (
    <DropdownMenu modal={false} placement="bottom-end" gutter={4}>
      <DropdownMenu.Trigger
        class={buttonStyles.iconButton}
        aria-label={props.label}
        onClick={(event: MouseEvent) => event.stopPropagation()}
        onDblClick={(event: MouseEvent) => event.stopPropagation()}
      >
        <Icon of={Ellipsis} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class={styles.menu}>
          <MenuSections of={props.sections} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}

/** The rows of a menu. */
export function MenuSections(props: { of: readonly (readonly MenuItem[])[] }) {
  return (
    <For each={props.of}>
      {(section, index) => (
        <>
          <Show when={index() > 0}>
            <DropdownMenu.Separator class={styles.line} />
          </Show>
          <For each={section}>
            {(item) => (
              <DropdownMenu.Item
                class={cx(styles.item, item.danger && styles.danger)}
                disabled={item.disabledReason !== undefined}
                onSelect={item.run}
              >
                <Icon of={item.icon} size={14} />
                <span>
                  {item.title}
                  <Show when={item.disabledReason}>
                    <span class={styles.reason}>{item.disabledReason}</span>
                  </Show>
                </span>
              </DropdownMenu.Item>
            )}
          </For>
        </>
      )}
    </For>
  );
}
