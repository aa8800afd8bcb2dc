/** The object one looks at, and what is chosen. */
import Copy from 'lucide-solid/icons/copy';
import Download from 'lucide-solid/icons/download';
import ExternalLink from 'lucide-solid/icons/external-link';
import Link from 'lucide-solid/icons/link';
import PanelRight from 'lucide-solid/icons/panel-right';
import { createEffect, createSignal, For, on, onCleanup, Show } from 'solid-js';
import type { Storage } from '#core/model/storage.ts';
import { nameOf } from '#core/workspace/browse/names.ts';
import type { ObjectInfo } from '#core/storage/object-store.ts';
import type { ObjectUse } from '#core/workspace/workspace.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/choice.tsx';
import { copyText } from '#web/ui/copy.ts';
import { cx } from '#web/ui/cx.ts';
import { bytes, count, exactTime } from '#web/ui/format.ts';
import styles from './browse-aside.module.css';
import type { Glimpses } from './create-glimpses.ts';
import type { Selection } from './create-selection.ts';
import type { Entry } from './entry.ts';
import { copyAddress, downloadObject, openObject, presigns } from './entry-actions.ts';
import { Preview } from './grid-cells.tsx';
import { sumWords } from './selection-words.ts';

interface BrowseAsideProps {
  storage: Storage;
  active: Entry | undefined;
  selection: Selection;
  glimpses: Glimpses;
  /** All of this folder, whatever comes later, instead of what is chosen. */
  fromNowOn: boolean;
  /** What that would be. */
  shared: string;
  onFromNowOn: (wanted: boolean) => void;
}

export function BrowseAside(props: BrowseAsideProps) {
  const [open, setOpen] = createSignal(false);
  const chosen = () => props.selection.sum().objects + props.selection.sum().folders;
  return (
    <>
      <div class={styles.opener}>
        <IconButton
          label="Facts and selection"
          icon={PanelRight}
          on={open()}
          onClick={() => setOpen(!open())}
        />
      </div>
      <aside class={cx(styles.aside, open() && styles.open)} aria-label="Facts and selection">
        <Show
          when={props.active?.object}
          fallback={
            <p class={styles.quiet}>
              {props.active ? `Folder ${nameOf(props.active.key)}` : 'Choose an object to see what it is.'}
            </p>
          }
        >
          {(object) => <ObjectFacts storage={props.storage} object={object()} glimpses={props.glimpses} />}
        </Show>
        <section class={styles.selection} aria-label="Selection">
          <h2 class={styles.heading}>
            {chosen() === 0 ? 'Nothing selected' : `${count(chosen())} selected`}
          </h2>
          <Show
            when={chosen() > 0}
            fallback={
              <p class={styles.quiet}>
                Click, Shift-click for a range, Ctrl A for all. What you select stays while you go into other
                folders.
              </p>
            }
          >
            <p class={styles.words}>{sumWords(props.selection.sum())}</p>
            <Checkbox
              label="Also take new objects from now on"
              checked={props.fromNowOn}
              onChange={(wanted) => props.onFromNowOn(wanted)}
            />
            <Show when={props.fromNowOn}>
              <p class={styles.quiet}>
                {`The task then takes all of ${props.shared === '' ? 'the storage' : `“${props.shared}”`}, and what is put there later.`}
              </p>
            </Show>
            <Button kind="ghost" onClick={() => props.selection.clear()}>
              Select nothing
            </Button>
          </Show>
        </section>
      </aside>
    </>
  );
}

function ObjectFacts(props: { storage: Storage; object: ObjectInfo; glimpses: Glimpses }) {
  const workspace = useWorkspace();
  const [asked, setAsked] = createSignal(false);
  createEffect(
    on(
      () => props.object.key,
      () => setAsked(false),
    ),
  );
  const shown = props.glimpses.of(() => props.object, asked);
  const pictureWords = () => {
    const now = shown();
    return now?.kind === 'picture' ? `${now.width} × ${now.height}` : undefined;
  };
  return (
    <>
      <div class={styles.preview}>
        <Preview shown={shown()} whole />
      </div>
      <Show when={shown()?.kind === 'large'}>
        <Button onClick={() => setAsked(true)}>{`Read ${bytes(props.object.size)} and show it`}</Button>
      </Show>
      <div class={styles.keyLine}>
        <h2 class={styles.key}>{props.object.key}</h2>
        <IconButton label="Copy the key" icon={Copy} onClick={() => copyText(props.object.key, 'the key')} />
      </div>
      <dl class={styles.facts}>
        <dt>Size</dt>
        <dd>{props.object.size === 0 ? '0 bytes, or not told' : `${count(props.object.size)} bytes`}</dd>
        <Show when={pictureWords()}>
          {(words) => (
            <>
              <dt>Picture</dt>
              <dd>{words()}</dd>
            </>
          )}
        </Show>
        <Show when={props.object.modified}>
          {(time) => (
            <>
              <dt>Changed</dt>
              <dd>{exactTime(time())}</dd>
            </>
          )}
        </Show>
        <Show when={props.object.contentType}>
          {(type) => (
            <>
              <dt>Type</dt>
              <dd>{type()}</dd>
            </>
          )}
        </Show>
        <Show when={props.object.etag}>
          {(etag) => (
            <>
              <dt>ETag</dt>
              <dd class={styles.mono}>{etag()}</dd>
            </>
          )}
        </Show>
        <dt>Used in</dt>
        <dd>
          <UsedIn storage={props.storage} objectKey={props.object.key} />
        </dd>
      </dl>
      <div class={styles.actions}>
        <Show when={presigns(props.storage)}>
          <Button
            icon={ExternalLink}
            onClick={() => void openObject(workspace, props.storage, props.object.key)}
          >
            Open
          </Button>
        </Show>
        <Button icon={Link} onClick={() => copyAddress(props.storage, props.object.key)}>
          Copy address
        </Button>
        <IconButton
          label="Download"
          icon={Download}
          onClick={() => void downloadObject(workspace, props.storage, props.object.key)}
        />
      </div>
    </>
  );
}

/** Frames are looked through once one stays on an object. */
const staysMs = 250;

function UsedIn(props: { storage: Storage; objectKey: string }) {
  const workspace = useWorkspace();
  const [uses, setUses] = createSignal<readonly ObjectUse[]>();
  createEffect(
    on([() => props.storage.id, () => props.objectKey], ([id, key]) => {
      setUses(undefined);
      const stop = new AbortController();
      const timer = setTimeout(() => {
        workspace.storages.usedIn(id, key, stop.signal).then(
          (found) => !stop.signal.aborted && setUses(found),
          () => !stop.signal.aborted && setUses([]),
        );
      }, staysMs);
      onCleanup(() => {
        clearTimeout(timer);
        stop.abort();
      });
    }),
  );
  return (
    <Show when={uses()} fallback={<span class={styles.quiet}>Looking</span>}>
      {(found) => (
        <For each={found()} fallback={<span class={styles.quiet}>no task</span>}>
          {(use) => (
            <a class={styles.use} href={`#/tasks/${use.taskId}`}>{`${use.name}, frame ${use.frame}`}</a>
          )}
        </For>
      )}
    </Show>
  );
}
