/** A menu where one clicks right. Apart from the other, as the first page has none. */
import { ContextMenu } from '@kobalte/core/context-menu';
import type { JSX } from 'solid-js';
import { type MenuItem, MenuSections } from './menu.tsx';
import styles from './menu.module.css';

/** What a right click on anything in here opens, and the menu key; the element gets `class`. */
export function ContextMenuArea(props: {
  sections: readonly (readonly MenuItem[])[];
  class: string | undefined;
  children: JSX.Element;
}) {
  return (
    <ContextMenu modal={false}>
      <ContextMenu.Trigger as="div" class={props.class} disabled={props.sections.length === 0}>
        {props.children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content class={styles.menu}>
          <MenuSections of={props.sections} />
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu>
  );
}
