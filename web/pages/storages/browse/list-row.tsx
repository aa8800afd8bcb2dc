/** An entry as a row of the list: box, small picture, name, size, when it changed. */
import File from 'lucide-solid/icons/file';
import Folder from 'lucide-solid/icons/folder';
import { Show } from 'solid-js';
import { nameOf } from '#core/workspace/browse/names.ts';
import { cx } from '#web/ui/cx.ts';
import { bytes } from '#web/ui/format.ts';
import { Icon } from '#web/ui/icon.tsx';
import { Time } from '#web/ui/time.tsx';
import { CheckMark } from './check-mark.tsx';
import styles from './entries-view.module.css';
import { type CellProps, chooseOrFollow, idOf } from './cell.ts';

export function ListRow(props: CellProps) {
  const shown = props.glimpses.of(() => props.entry.object);
  const picture = () => {
    const now = shown();
    return now?.kind === 'picture' ? now.address : undefined;
  };
  const trouble = () => {
    const now = shown();
    return now?.kind === 'without' && now.bad ? now.reason : undefined;
  };
  return (
    <div
      id={idOf(props.index)}
      data-entry={props.index}
      role="row"
      aria-rowindex={props.index + 2}
      aria-selected={props.chosen}
      class={cx(styles.listRow, props.chosen && styles.chosen, props.active && styles.active)}
      onClick={(event) => props.onChoose(event)}
    >
      <CheckMark chosen={props.chosen} onToggle={props.onToggle} />
      <span role="gridcell" class={styles.nameCell}>
        <span class={styles.small}>
          <Show when={props.entry.object} fallback={<Icon of={Folder} class={styles.kind} />}>
            <Show
              when={picture()}
              fallback={
                <Show when={shown()}>
                  <Icon of={File} class={styles.kind} />
                </Show>
              }
            >
              {(address) => <img class={styles.image} src={address()} alt="" draggable={false} />}
            </Show>
          </Show>
        </span>
        <Show
          when={props.entry.object}
          fallback={
            <a
              class={styles.folderName}
              href={props.href}
              tabindex={-1}
              title={props.entry.key}
              onClick={chooseOrFollow(props)}
            >
              {nameOf(props.entry.key)}
            </a>
          }
        >
          <span class={styles.listName} title={props.entry.key}>
            <bdi>{props.entry.key.slice(props.folder.length)}</bdi>
          </span>
          <Show when={trouble()}>{(words) => <span class={styles.trouble}>{words()}</span>}</Show>
        </Show>
      </span>
      <span role="gridcell" class={styles.sizeCell}>
        {props.entry.object ? bytes(props.entry.object.size) : ''}
      </span>
      <span role="gridcell" class={styles.timeCell}>
        <Show when={props.entry.object?.modified}>{(time) => <Time of={time()} />}</Show>
      </span>
    </div>
  );
}
