/** Sets up a skeleton over the whole window: picture, points, edges; SVG in and out. */
import Download from 'lucide-solid/icons/download';
import ImageIcon from 'lucide-solid/icons/image';
import Plus from 'lucide-solid/icons/plus';
import Upload from 'lucide-solid/icons/upload';
import X from 'lucide-solid/icons/x';
import { createSignal, createUniqueId, onCleanup, onMount, Show } from 'solid-js';
import { Portal } from 'solid-js/web';
import { toErrorReport } from '#core/errors.ts';
import { parseSkeletonSvg } from '#core/label-files/skeleton-svg/parse.ts';
import { printSkeletonFile } from '#core/label-files/skeleton-svg/print.ts';
import type { Label, Skeleton } from '#core/model/label.ts';
import { saveFile } from '#web/state/download.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Segmented } from '#web/ui/choice.tsx';
import { FileButton } from '#web/ui/file-button.tsx';
import { labelNameError, newAttributeId, newLabelId } from '../label-draft.ts';
import type { Locks } from '../locks.ts';
import { NodePanel } from './node-panel.tsx';
import {
  addEdge,
  addNode,
  changeNode,
  moveNode,
  type Place,
  removeEdge,
  removeNode,
  takeDrawing,
} from './skeleton-draft.ts';
import { SkeletonStage, type StageTool } from './skeleton-stage.tsx';
import styles from './skeleton.module.css';

interface SkeletonSetupProps {
  label: Label;
  /** All of the list, this one among them where it is there already. */
  labels: readonly Label[];
  locks: Locks;
  onSave: (label: Label) => void;
  onClose: () => void;
}

/** Beside the page: what is typed in here is no part of the form that it was opened from. */
export function SkeletonSetup(props: SkeletonSetupProps) {
  const titleId = createUniqueId();
  const [label, setLabel] = createSignal(props.label);
  const [tool, setTool] = createSignal<StageTool>('points');
  const [chosen, setChosen] = createSignal<number | undefined>(props.label.skeleton?.nodes[0]?.id);
  const [from, setFrom] = createSignal<number>();
  const [picture, setPicture] = createSignal<string>();
  const [refused, setRefused] = createSignal<string>();
  const [tried, setTried] = createSignal(false);
  const skeleton = (): Skeleton => label().skeleton ?? { nodes: [], edges: [] };
  const others = () => props.labels.filter(({ id }) => id !== props.label.id);
  const nodeOf = (id: number | undefined) => skeleton().nodes.find((node) => node.id === id);
  const nameError = () => labelNameError(label().name, others());
  let dialog: HTMLDialogElement | undefined;
  const opener = document.activeElement;

  onMount(() => dialog?.showModal());
  onCleanup(() => {
    letGo();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  });

  function letGo(): void {
    const address = picture();
    if (address !== undefined) URL.revokeObjectURL(address);
  }
  function change(next: Skeleton): void {
    setLabel({ ...label(), skeleton: next });
    setRefused(undefined);
  }
  const freshLabelId = (): number => newLabelId([...others(), label()], props.locks.saved);
  function add(place: Place): void {
    change(addNode(skeleton(), place, freshLabelId()));
    setChosen(skeleton().nodes.at(-1)?.id);
  }
  function join(a: number, b: number): void {
    change(addEdge(skeleton(), a, b));
    setFrom(undefined);
  }
  function remove(id: number): void {
    change(removeNode(skeleton(), id));
    setChosen(skeleton().nodes.at(-1)?.id);
    if (from() === id) setFrom(undefined);
  }
  async function open(file: File): Promise<void> {
    try {
      const drawn = parseSkeletonSvg(await file.text());
      let next = freshLabelId() - 1;
      const taken = takeDrawing(skeleton(), drawn, () => {
        next += 1;
        return next;
      });
      change(taken);
      setChosen(taken.nodes[0]?.id);
    } catch (error) {
      setRefused(toErrorReport(error).message);
    }
  }
  function save(): void {
    setTried(true);
    const names = skeleton().nodes.map(({ name }) => name.trim());
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    const problem =
      nameError() ??
      (names.length === 0 ? 'A skeleton has at least one point: click where it is.' : undefined) ??
      (names.includes('') ? 'A point has no name.' : undefined) ??
      (twice === undefined ? undefined : `Two points are called “${twice}”.`);
    setRefused(problem);
    if (problem !== undefined) return;
    const nodes = skeleton().nodes.map((node) => ({ ...node, name: node.name.trim() }));
    props.onSave({ ...label(), name: label().name.trim(), skeleton: { ...skeleton(), nodes } });
  }
  /** Esc ends an edge that was begun, then the whole. */
  function cancel(event: Event): void {
    event.preventDefault();
    if (from() !== undefined) setFrom(undefined);
    else props.onClose();
  }
  const words = (): string => {
    if (from() !== undefined) return `Edge from point ${from()}: choose the other point, or Esc.`;
    return tool() === 'points'
      ? 'Click to place a point, drag to move it. Arrow keys move the one that has the focus, Enter begins an edge.'
      : 'Drag from point to point, or click one and then the other.';
  };

  return (
    <Portal>
      <dialog
        ref={(element) => {
          dialog = element;
        }}
        class={styles.dialog}
        aria-labelledby={titleId}
        onCancel={cancel}
      >
        <header class={styles.head}>
          <h2 id={titleId} class={styles.title}>
            {props.label.name === '' ? 'Set up a skeleton' : `Set up “${props.label.name}”`}
          </h2>
          <Segmented
            label="What the pointer does"
            value={tool()}
            options={[
              { value: 'points', label: 'Points' },
              { value: 'edges', label: 'Edges' },
            ]}
            onChange={(next) => {
              setTool(next);
              setFrom(undefined);
            }}
          />
          <Button icon={Plus} onClick={() => add({ x: 50, y: 50 })}>
            Add point
          </Button>
          <span class={styles.gap} />
          <FileButton
            icon={ImageIcon}
            accept="image/*"
            onFile={(file) => {
              letGo();
              setPicture(URL.createObjectURL(file));
            }}
          >
            Picture behind…
          </FileButton>
          <FileButton icon={Upload} accept=".svg,image/svg+xml" onFile={(file) => void open(file)}>
            Open SVG…
          </FileButton>
          <Button
            icon={Download}
            disabledReason={skeleton().nodes.length === 0 ? 'There is no point yet' : undefined}
            onClick={() =>
              saveFile(
                new Blob([printSkeletonFile(skeleton())], { type: 'image/svg+xml' }),
                `${label().name || 'skeleton'}.svg`,
              )
            }
          >
            Save SVG
          </Button>
          <IconButton label="Close" icon={X} keys="Escape" onClick={() => props.onClose()} />
        </header>
        <div class={styles.body}>
          <div class={styles.stage}>
            <SkeletonStage
              skeleton={skeleton()}
              picture={picture()}
              tool={tool()}
              chosen={chosen()}
              from={from()}
              onChoose={setChosen}
              onFrom={setFrom}
              onAdd={add}
              onMove={(id, place) => change(moveNode(skeleton(), id, place))}
              onJoin={join}
              onRemove={remove}
            />
            <p class={styles.words} role="status">
              {words()}
            </p>
          </div>
          <NodePanel
            label={label()}
            nameError={tried() ? nameError() : undefined}
            chosen={nodeOf(chosen())}
            locks={props.locks}
            newAttributeId={() => newAttributeId([...others(), label()], props.locks.saved)}
            onLabel={setLabel}
            onChoose={setChosen}
            onNode={(id, fields) => change(changeNode(skeleton(), id, fields))}
            onRemove={remove}
            onRemoveEdge={(a, b) => change(removeEdge(skeleton(), a, b))}
          />
        </div>
        <footer class={styles.foot}>
          <Show when={refused()}>
            <span class={styles.refused} role="alert">
              {refused()}
            </span>
          </Show>
          <span class={styles.gap} />
          <Button size="form" onClick={() => props.onClose()}>
            Cancel
          </Button>
          <Button size="form" kind="primary" onClick={save}>
            Take this skeleton
          </Button>
        </footer>
      </dialog>
    </Portal>
  );
}
