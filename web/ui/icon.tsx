/** One way to draw a lucide outline: 16 px at 1.75, 14 in dense rows, 20 at 1.5 in empty states. */
import type { LucideIcon } from 'lucide-solid';
import { Dynamic } from 'solid-js/web';

export type { LucideIcon };

export function Icon(props: { of: LucideIcon; size?: 14 | 16 | 20 | undefined; class?: string | undefined }) {
  return (
    <Dynamic
      component={props.of}
      size={props.size ?? 16}
      strokeWidth={props.size === 20 ? 1.5 : 1.75}
      class={props.class ?? ''}
    />
  );
}
