/** The head of a page, 48 high: the way back, the title, a count, and at the right what one can do. */
import ChevronRight from 'lucide-solid/icons/chevron-right';
import { For, type JSX, Show } from 'solid-js';
import { Icon } from './icon.tsx';
import styles from './page-head.module.css';

interface PageHeadProps {
  title: string;
  /** Small words behind the title: "142 of 1,248". */
  note?: string | undefined;
  crumbs?: readonly { readonly title: string; readonly href: string }[];
  children?: JSX.Element;
}

export function PageHead(props: PageHeadProps) {
  return (
    <div class={styles.head}>
      <div class={styles.titles}>
        <For each={props.crumbs}>
          {(crumb) => (
            <>
              <a class={styles.crumb} href={crumb.href}>
                {crumb.title}
              </a>
              <Icon of={ChevronRight} size={14} class={styles.arrow} />
            </>
          )}
        </For>
        <h1 class={styles.title}>{props.title}</h1>
        <Show when={props.note}>
          <span class={styles.note}>{props.note}</span>
        </Show>
      </div>
      <div class={styles.actions}>{props.children}</div>
    </div>
  );
}
