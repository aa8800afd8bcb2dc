/** The head of a page, 48 high: the way back, the title, a count, and at the right what one can do. */
import ChevronRight from 'lucide-solid/icons/chevron-right';
import Pencil from 'lucide-solid/icons/pencil';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { IconButton } from './button.tsx';
import { inputClass } from './field.tsx';
import { Icon } from './icon.tsx';
import styles from './page-head.module.css';

interface PageHeadProps {
  title: string;
  /** Small words behind the title: "142 of 1,248". */
  note?: string | undefined;
  crumbs?: readonly { readonly title: string; readonly href: string }[];
  /** The title can be changed in place. */
  onRename?: ((title: string) => void) | undefined;
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
        <Title {...props} />
        <Show when={props.note}>
          <span class={styles.note}>{props.note}</span>
        </Show>
      </div>
      <div class={styles.actions}>{props.children}</div>
    </div>
  );
}

function Title(props: PageHeadProps) {
  const [typed, setTyped] = createSignal<string>();
  function end(keeps: boolean): void {
    const title = (typed() ?? '').trim();
    if (typed() === undefined) return;
    setTyped(undefined);
    if (keeps && title !== '' && title !== props.title) props.onRename?.(title);
  }
  return (
    <Show
      when={typed() !== undefined}
      fallback={
        <>
          <h1 class={styles.title}>{props.title}</h1>
          <Show when={props.onRename}>
            <span class={styles.rename}>
              <IconButton label="Rename" icon={Pencil} onClick={() => setTyped(props.title)} />
            </span>
          </Show>
        </>
      }
    >
      <h1 class="visually-hidden">{props.title}</h1>
      <input
        ref={(element) => queueMicrotask(() => element.select())}
        class={inputClass({ bar: true })}
        style={{ 'max-width': '420px' }}
        aria-label="Name"
        value={typed()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => end(true)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') end(true);
          else if (event.key === 'Escape') end(false);
          else return;
          event.preventDefault();
        }}
      />
    </Show>
  );
}
