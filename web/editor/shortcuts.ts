/** The editor's actions with their keys: CVAT's by default. */
import type { Command } from '#web/commands/registry.ts';
import type { Stage } from './canvas/make-stage.ts';
import type { Editor } from './create-editor.ts';
import { isDrawable } from './drawable.ts';
import { labelKey } from './panel/draw-as.tsx';

const nudges = [
  { keys: 'ArrowLeft', x: -1, y: 0 },
  { keys: 'ArrowRight', x: 1, y: 0 },
  { keys: 'ArrowUp', x: 0, y: -1 },
  { keys: 'ArrowDown', x: 0, y: 1 },
] as const;

/** Tab goes through objects on the canvas only; anywhere else it goes on as everywhere. */
function unlessOnCanvas(): string | undefined {
  const onCanvas = document.activeElement?.getAttribute('role') === 'application';
  return onCanvas ? undefined : 'Works while the canvas has focus';
}

export function editorCommands(editor: Editor, stage: () => Stage | undefined): Command[] {
  const command = (id: string, title: string, keys: string, run: () => void): Command => ({
    id: `editor.${id}`,
    title,
    section: 'Editor',
    keys,
    run,
  });
  return [
    command('next', 'Next frame', 'f', () => editor.goBy(1)),
    command('previous', 'Previous frame', 'd', () => editor.goBy(-1)),
    command('forward', '10 frames on', 'v', () => editor.goBy(10)),
    command('backward', '10 frames back', 'c', () => editor.goBy(-10)),
    command('draw', 'Draw a box', 'n', () => editor.useTool('rectangle')),
    command('escape', 'Give up drawing, then select', 'Escape', () => {
      if (stage()?.cancel()) return;
      if (editor.tool().id === 'rectangle') editor.useTool('select');
      else editor.select(undefined);
    }),
    command('delete', 'Delete the object', 'Delete', () => editor.remove()),
    command('undo', 'Undo', '$mod+z', () => void editor.undo()),
    command('redo', 'Redo', '$mod+Shift+z', () => void editor.redo()),
    command('redo-y', 'Redo', '$mod+y', () => void editor.redo()),
    command('fit', 'Fit the picture', 'Shift+f', () => stage()?.fit()),
    command('actual', 'Picture at 100 %', 'Shift+!', () => stage()?.actualSize()),
    command('zoom-in', 'Zoom in', '+', () => stage()?.zoom(1.25)),
    command('zoom-out', 'Zoom out', '-', () => stage()?.zoom(1 / 1.25)),
    command('occluded', 'Occluded, or not', 'q', () =>
      editor.change('Set occluded of', (shape) => ({ occluded: !shape.occluded })),
    ),
    command('hide', 'Hide the object', 'h', () =>
      editor.change('Hide', (shape) => ({ hidden: !shape.hidden })),
    ),
    command('lock', 'Lock the object', 'l', () =>
      editor.change('Lock', (shape) => ({ locked: !shape.locked })),
    ),
    {
      ...command('next-object', 'Next object', 'Tab', () => editor.selectNext(1)),
      disabledReason: unlessOnCanvas,
    },
    {
      ...command('previous-object', 'Previous object', 'Shift+Tab', () => editor.selectNext(-1)),
      disabledReason: unlessOnCanvas,
    },
    ...nudges.flatMap(({ keys, x, y }) => [
      command(`nudge-${keys}`, `Nudge ${keys.slice(5).toLowerCase()} by 1 px`, keys, () =>
        editor.nudge({ x, y }),
      ),
      command(`nudge-10-${keys}`, `Nudge ${keys.slice(5).toLowerCase()} by 10 px`, `Shift+${keys}`, () =>
        editor.nudge({ x: 10 * x, y: 10 * y }),
      ),
    ]),
    ...editor.task.labels.flatMap((label, index) => {
      const key = labelKey(index);
      if (key === undefined || !isDrawable(label)) return [];
      return [
        command(`label-${label.id}`, `Draw ${label.name}`, key, () => editor.drawWith(label.id)),
        command(`relabel-${label.id}`, `Make the object ${label.name}`, `$mod+${key}`, () =>
          editor.useLabel(label.id),
        ),
      ];
    }),
  ];
}
