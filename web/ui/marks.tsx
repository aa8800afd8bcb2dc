/** Small marks: label chips, swatches, tiles. */
import { Show } from 'solid-js';
import { cx } from './cx.ts';
import { Icon, type LucideIcon } from './icon.tsx';
import styles from './marks.module.css';

interface LabelChipProps {
  name: string;
  /** `#rrggbb`. */
  color: string;
  shape?: string | undefined;
  /** In tables it stands without background. */
  plain?: boolean;
}

export function LabelChip(props: LabelChipProps) {
  return (
    <span class={cx(styles.label, !props.plain && styles.labelFilled)}>
      <Swatch color={props.color} />
      <span class={styles.labelName}>{props.name}</span>
      <Show when={props.shape}>
        <span class={styles.shape}>{props.shape}</span>
      </Show>
    </span>
  );
}

export function Swatch(props: { color: string; large?: boolean }) {
  return <span class={cx(styles.swatch, props.large && styles.large)} style={{ background: props.color }} />;
}

/** Letters or an icon for a kind of storage; never a company's mark. */
export function Tile(props: { letters?: string; icon?: LucideIcon; small?: boolean }) {
  return (
    <span class={cx(styles.tile, props.small && styles.tileSmall)} aria-hidden="true">
      <Show when={props.icon} fallback={props.letters}>
        {(icon) => <Icon of={icon()} size={14} />}
      </Show>
    </span>
  );
}
