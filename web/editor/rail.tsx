/** The tools, left of the canvas. */
import MousePointer2 from 'lucide-solid/icons/mouse-pointer-2';
import Square from 'lucide-solid/icons/square';
import { Tooltip } from '#web/ui/tooltip.tsx';
import { Icon, type LucideIcon } from '#web/ui/icon.tsx';
import { For } from 'solid-js';
import type { Tool } from '#core/annotate/tools/tool.ts';
import type { Editor } from './create-editor.ts';
import styles from './rail.module.css';

const tools: readonly { id: Tool['id']; name: string; keys: string; icon: LucideIcon }[] = [
  { id: 'select', name: 'Select, move and resize', keys: 'Escape', icon: MousePointer2 },
  { id: 'rectangle', name: 'Draw a box', keys: 'n', icon: Square },
];

export function Rail(props: { editor: Editor }) {
  return (
    <nav class={styles.rail} aria-label="Tools">
      <For each={tools}>
        {(tool) => (
          <Tooltip text={tool.name} keys={tool.keys}>
            <button
              type="button"
              class={styles.tool}
              aria-label={tool.name}
              aria-pressed={props.editor.tool().id === tool.id}
              disabled={props.editor.readOnly() || (tool.id === 'rectangle' && !props.editor.canDraw)}
              onClick={() => props.editor.useTool(tool.id)}
            >
              <Icon of={tool.icon} />
            </button>
          </Tooltip>
        )}
      </For>
    </nav>
  );
}
