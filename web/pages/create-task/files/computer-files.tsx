/** Files of this computer: chosen, dropped, or out of an archive; what is taken, and what is not and why. */
import CircleCheck from 'lucide-solid/icons/circle-check';
import FolderUp from 'lucide-solid/icons/folder-up';
import Upload from 'lucide-solid/icons/upload';
import X from 'lucide-solid/icons/x';
import { createMemo, createSignal, For, Match, Show, Switch } from 'solid-js';
import type { Refused } from '#core/media/judge-media.ts';
import { chosenFiles, droppedFiles } from '#web/pages/storages/dropped-files.ts';
import type { AddedFile } from '#core/workspace/add-files.ts';
import { Badge } from '#web/ui/badges.tsx';
import { Button } from '#web/ui/button.tsx';
import { cx } from '#web/ui/cx.ts';
import { bytes, count, counted, nameEnd } from '#web/ui/format.ts';
import styles from './files.module.css';
import { noCloudEditor } from '../media-draft.ts';
import { addLocalFiles, judgeLocal, type LocalFiles, noLocalFiles } from './local-items.ts';

interface ComputerFilesProps {
  files: LocalFiles;
  error: string | undefined;
  onChange: (files: LocalFiles) => void;
}

export function ComputerFiles(props: ComputerFilesProps) {
  const [over, setOver] = createSignal(false);
  const [reading, setReading] = createSignal(false);
  let some: HTMLInputElement | undefined;
  let folder: HTMLInputElement | undefined;

  async function take(files: readonly AddedFile[]): Promise<void> {
    if (files.length === 0) return;
    setReading(true);
    try {
      props.onChange(await addLocalFiles(props.files, files));
    } finally {
      setReading(false);
    }
  }
  return (
    <div
      class={cx(styles.drop, over() && styles.over)}
      role="group"
      aria-label="Files of this computer"
      data-field-error={props.error !== undefined ? '' : undefined}
      tabindex={-1}
      onDragOver={(event) => {
        if (event.dataTransfer?.types.includes('Files') !== true) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!event.dataTransfer) return;
        event.preventDefault();
        void droppedFiles(event.dataTransfer).then(take);
      }}
    >
      <div class={styles.choose}>
        <Button icon={Upload} size="form" onClick={() => some?.click()}>
          Choose files…
        </Button>
        <Button icon={FolderUp} size="form" onClick={() => folder?.click()}>
          Choose a folder…
        </Button>
        <span class={styles.words}>or drop images, folders or a .zip here</span>
      </div>
      <input
        ref={(element) => {
          some = element;
        }}
        type="file"
        multiple
        hidden
        aria-label="Files to copy"
        onChange={(event) => {
          const files = chosenFiles(event.currentTarget.files);
          event.currentTarget.value = '';
          void take(files);
        }}
      />
      <input
        ref={(element) => {
          folder = element;
          element.webkitdirectory = true;
        }}
        type="file"
        hidden
        aria-label="Folder to copy"
        onChange={(event) => {
          const files = chosenFiles(event.currentTarget.files);
          event.currentTarget.value = '';
          void take(files);
        }}
      />
      <div aria-live="polite">
        <Switch>
          <Match when={reading()}>
            <Badge tone="quiet">Looking into what was chosen</Badge>
          </Match>
          <Match when={props.files.items.length > 0 || props.files.refused.length > 0}>
            <Verdict files={props.files} onClear={() => props.onChange(noLocalFiles)} />
          </Match>
          <Match when={props.error}>{(error) => <p class={styles.error}>{error()}</p>}</Match>
        </Switch>
      </div>
    </div>
  );
}

function Verdict(props: { files: LocalFiles; onClear: () => void }) {
  const verdict = createMemo(() => judgeLocal(props.files));
  const taken = () => {
    const known = verdict();
    return known.ok ? known : undefined;
  };
  const why = () => {
    const known = verdict();
    return known.ok ? undefined : known.why;
  };
  const size = createMemo(() => {
    const known = taken();
    const copied = new Set(known ? [...known.keys, ...known.context] : []);
    return props.files.items.reduce((sum, item) => sum + (copied.has(item.key) ? item.size : 0), 0);
  });
  const refused = (): readonly Refused[] => [...props.files.refused, ...verdict().refused];
  return (
    <>
      <div class={styles.line}>
        <Show when={taken()} fallback={<p class={styles.error}>{why()}</p>}>
          {(known) => (
            <Badge tone="ok" icon={CircleCheck}>
              {known().dimension === '2d'
                ? `${counted(known().keys.length, 'image')}${beside(known().context.length)}, ${bytes(size())} to copy`
                : `${counted(known().keys.length, 'point cloud')}${beside(
                    known().context.length,
                  )}, ${bytes(size())} to copy`}
            </Badge>
          )}
        </Show>
        <Button kind="ghost" icon={X} onClick={() => props.onClear()}>
          Clear
        </Button>
      </div>
      <Show when={taken()?.dimension === '3d'}>
        <p class={styles.words}>{noCloudEditor}</p>
      </Show>
      <Show when={refused().length > 0}>
        <details class={styles.refused}>
          <summary>{`${counted(refused().length, 'file')} left out`}</summary>
          <ul>
            <For each={refused().slice(0, mostShown)}>
              {({ key, why: reason }) => (
                <li>
                  <span class={styles.mono} title={key}>
                    {nameEnd(key, 48)}
                  </span>{' '}
                  {reason}
                </li>
              )}
            </For>
          </ul>
          <Show when={refused().length > mostShown}>
            <p>{`and ${count(refused().length - mostShown)} more`}</p>
          </Show>
        </details>
      </Show>
    </>
  );
}

const mostShown = 100;

function beside(images: number): string {
  return images === 0 ? '' : ` with ${counted(images, 'image')} beside them`;
}
