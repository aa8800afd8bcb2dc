/** Right of the stage: the skeleton's name, its points in order, the chosen one's fields, and its edges. */
import Trash from 'lucide-solid/icons/trash';
import X from 'lucide-solid/icons/x';
import { For, Show } from 'solid-js';
import type { Label, SkeletonNode } from '#core/model/label.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { cx } from '#web/ui/cx.ts';
import { TextField } from '#web/ui/field.tsx';
import { Swatch } from '#web/ui/marks.tsx';
import { AttributesForm, ColorField } from '../label-form.tsx';
import type { Locks } from '../locks.ts';
import styles from './skeleton.module.css';

interface NodePanelProps {
  label: Label;
  nameError: string | undefined;
  chosen: SkeletonNode | undefined;
  locks: Locks;
  newAttributeId: () => number;
  onLabel: (label: Label) => void;
  onChoose: (id: number) => void;
  onNode: (id: number, change: Partial<Omit<SkeletonNode, 'id' | 'labelId'>>) => void;
  onRemove: (id: number) => void;
  onRemoveEdge: (from: number, to: number) => void;
}

export function NodePanel(props: NodePanelProps) {
  const nodes = () => props.label.skeleton?.nodes ?? [];
  const edges = (id: number) => (props.label.skeleton?.edges ?? []).filter((edge) => edge.includes(id));
  const nameOf = (id: number): string => nodes().find((node) => node.id === id)?.name ?? '';
  return (
    <aside class={styles.panel} aria-label="Skeleton and its points">
      <div class={styles.nameRow}>
        <TextField
          label="Name of the skeleton"
          value={props.label.name}
          error={props.nameError}
          maxLength={64}
          onInput={(name) => props.onLabel({ ...props.label, name })}
        />
        <ColorField
          color={props.label.color}
          onChange={(color) => props.onLabel({ ...props.label, color })}
        />
      </div>
      <Show
        when={nodes().length > 0}
        fallback={<p class={styles.hint}>No point yet. Click in the square where the first one is.</p>}
      >
        <ol class={styles.nodes} aria-label="Points">
          <For each={nodes()}>
            {(node) => (
              <li>
                <button
                  type="button"
                  class={cx(styles.nodeRow, props.chosen?.id === node.id && styles.chosenRow)}
                  aria-pressed={props.chosen?.id === node.id}
                  onClick={() => props.onChoose(node.id)}
                >
                  <span class={styles.nodeNumber}>{node.id}</span>
                  <Swatch color={node.color} large />
                  <span class={styles.nodeName}>{node.name}</span>
                </button>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <Show when={props.chosen?.id} keyed>
        {(id) => (
          <Show when={props.chosen}>
            {(node) => (
              <div class={styles.nodeForm} role="group" aria-label={`Point ${id}`}>
                <div class={styles.nameRow}>
                  <TextField
                    label={`Name of point ${id}`}
                    value={node().name}
                    maxLength={64}
                    onInput={(name) => props.onNode(id, { name })}
                  />
                  <ColorField color={node().color} onChange={(color) => props.onNode(id, { color })} />
                </div>
                <Show when={edges(id).length > 0}>
                  <ul class={styles.edges} aria-label={`Edges of point ${id}`}>
                    <For each={edges(id)}>
                      {(edge) => {
                        const other = edge[0] === id ? edge[1] : edge[0];
                        return (
                          <li class={styles.edgeRow}>
                            <span>{`to ${other}, ${nameOf(other)}`}</span>
                            <IconButton
                              label={`Delete the edge to point ${other}`}
                              icon={X}
                              onClick={() => props.onRemoveEdge(id, other)}
                            />
                          </li>
                        );
                      }}
                    </For>
                  </ul>
                </Show>
                <AttributesForm
                  attributes={node().attributes}
                  locked={(attributeId) => props.locks.attribute(node().labelId, attributeId)}
                  newId={props.newAttributeId}
                  onChange={(attributes) => props.onNode(id, { attributes })}
                />
                <div>
                  <Button icon={Trash} onClick={() => props.onRemove(id)}>
                    {`Delete point ${id}`}
                  </Button>
                </div>
              </div>
            )}
          </Show>
        )}
      </Show>
    </aside>
  );
}
