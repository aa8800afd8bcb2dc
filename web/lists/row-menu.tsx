/** The one menu of a list, opened at whichever row: a menu in each of a hundred rows would be felt. */
import { DropdownMenu } from '@kobalte/core/dropdown-menu';
import { type MenuItem, MenuSections } from '#web/ui/menu.tsx';
import menuStyles from '#web/ui/menu.module.css';

export interface MenuAt {
  readonly label: string;
  readonly sections: readonly (readonly MenuItem[])[];
  /** Where on the window it opens. */
  readonly at: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Takes the focus back. */
  readonly opener: HTMLElement;
}

export function RowMenu(props: { of: MenuAt; onClose: () => void }) {
  return (
    <DropdownMenu
      open
      modal={false}
      placement="bottom-end"
      gutter={4}
      getAnchorRect={() => props.of.at}
      onOpenChange={(open) => !open && props.onClose()}
    >
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          class={menuStyles.menu}
          aria-label={props.of.label}
          onCloseAutoFocus={(event: Event) => {
            event.preventDefault();
            if (props.of.opener.isConnected) props.of.opener.focus();
          }}
        >
          <MenuSections of={props.of.sections} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
