/** A folder as a strip and an object as a picture. */
import FileX from 'lucide-solid/icons/file-x';
import FileIcon from 'lucide-solid/icons/file';
import Folder from 'lucide-solid/icons/folder';
import ImageOff from 'lucide-solid/icons/image-off';
import { Match, Show, Switch } from 'solid-js';
import { nameOf } from '#core/workspace/browse/names.ts';
import { cx } from '#web/ui/cx.ts';
import { bytes } from '#web/ui/format.ts';
import { Icon } from '#web/ui/icon.tsx';
import { CheckMark } from './check-mark.tsx';
import type { Shown } from './create-glimpses.ts';
import styles from './entries-view.module.css';
import { type CellProps, chooseOrFollow, idOf } from './cell.ts';

export function FolderStrip(props: CellProps) {
  return (
    <div
      id={idOf(props.index)}
      data-entry={props.index}
      role="gridcell"
      class={cx(styles.strip, props.chosen && styles.chosen, props.active && styles.active)}
      aria-selected={props.chosen}
      onClick={(event) => props.onChoose(event)}
    >
      <CheckMark chosen={props.chosen} onToggle={props.onToggle} />
      <Icon of={Folder} class={styles.kind} />
      <a
        class={styles.stripName}
        href={props.href}
        tabindex={-1}
        title={props.entry.key}
        onClick={chooseOrFollow(props)}
      >
        {nameOf(props.entry.key)}
      </a>
    </div>
  );
}

export function ObjectTile(props: CellProps) {
  const shown = props.glimpses.of(() => props.entry.object);
  const second = () => {
    const now = shown();
    const size = bytes(props.entry.object?.size ?? 0);
    return now?.kind === 'picture' ? `${size} · ${now.width} × ${now.height}` : size;
  };
  return (
    <div
      id={idOf(props.index)}
      data-entry={props.index}
      role="gridcell"
      class={cx(styles.tile, props.chosen && styles.chosen, props.active && styles.active)}
      aria-selected={props.chosen}
      title={props.entry.key}
      onClick={(event) => props.onChoose(event)}
    >
      <span class={styles.picture}>
        <Preview shown={shown()} />
        <CheckMark chosen={props.chosen} onToggle={props.onToggle} />
      </span>
      {/* Cut from its start, as ends tell names apart; the mark keeps the order of its letters. */}
      <span class={styles.tileName}>
        <bdi>{props.entry.key.slice(props.folder.length)}</bdi>
      </span>
      <span class={styles.tileSecond}>{second()}</span>
    </div>
  );
}

/** The picture, or why there is none. */
export function Preview(props: { shown: Shown | undefined; whole?: boolean }) {
  const as = <Kind extends Shown['kind']>(kind: Kind): Extract<Shown, { kind: Kind }> | undefined =>
    isKind(props.shown, kind) ? props.shown : undefined;
  return (
    <Switch>
      <Match when={as('picture')}>
        {(picture) => (
          <img
            class={cx(styles.image, props.whole && styles.whole)}
            src={picture().address}
            alt=""
            draggable={false}
          />
        )}
      </Match>
      <Match when={as('without')}>
        {(without) => (
          <span class={cx(styles.without, without().bad && styles.bad)} title={without().details}>
            <Icon of={without().bad ? FileX : FileIcon} />
            {without().reason}
          </span>
        )}
      </Match>
      <Match when={as('large')}>
        {(large) => (
          <span class={styles.without}>
            <Icon of={ImageOff} />
            <Show when={!props.whole} fallback={large().reason}>
              Large, not read
            </Show>
          </span>
        )}
      </Match>
    </Switch>
  );
}

function isKind<Kind extends Shown['kind']>(
  shown: Shown | undefined,
  kind: Kind,
): shown is Extract<Shown, { kind: Kind }> {
  return shown?.kind === kind;
}
