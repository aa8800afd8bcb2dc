/** A storage's first image, or the reason why there is none. */
import { createEffect, createSignal, on, onCleanup, Show } from 'solid-js';
import { isImageKey } from '#core/media/kinds.ts';
import type { Storage } from '#core/model/storage.ts';
import type { CheckReport } from '#core/workspace/workspace.ts';
import { checkOf } from '#web/state/checks.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { counted } from '#web/ui/format.ts';
import styles from './storage-picture.module.css';

/** Larger images are not read for a small picture. */
const largestBytes = 24_000_000;

export function StoragePicture(props: { storage: Storage }) {
  const workspace = useWorkspace();
  const [picture, setPicture] = createSignal<string>();
  const [reason, setReason] = createSignal('');
  const report = (): CheckReport | undefined => {
    const check = checkOf(props.storage.id);
    return check === 'checking' ? undefined : check;
  };
  const image = () => {
    const known = report();
    return known?.ok
      ? known.objects.find(({ key, size }) => isImageKey(key) && size <= largestBytes)
      : undefined;
  };
  // Asked at once for what is kept, and again when an image is known.
  createEffect(
    on([() => props.storage.id, () => image()?.key], ([id]) => {
      const stop = new AbortController();
      let url: string | undefined;
      workspace.storages.preview(id, image(), stop.signal).then(
        (preview) => {
          if (stop.signal.aborted) return;
          if ('reason' in preview) {
            setReason(preview.reason);
            return;
          }
          url = URL.createObjectURL(preview.picture);
          setPicture(url);
        },
        (error: unknown) => !stop.signal.aborted && setReason(String(error)),
      );
      onCleanup(() => {
        stop.abort();
        setPicture(undefined);
        setReason('');
        if (url) URL.revokeObjectURL(url);
      });
    }),
  );

  return (
    <div class={styles.frame}>
      <Show when={picture()} fallback={<span class={styles.without}>{reason() || without(report())}</span>}>
        {(source) => <img class={styles.picture} src={source()} alt="" draggable={false} />}
      </Show>
    </div>
  );
}

function without(report: CheckReport | undefined): string {
  if (!report) return '';
  if (!report.ok) return `Cannot be read: ${report.error.message}`;
  const { objects, images, more } = report;
  if (objects.length === 0) return 'Nothing is here yet';
  if (images > 0) return '';
  return more
    ? `No image among the first ${counted(objects.length, 'object')}`
    : `No image here: ${counted(objects.length, 'other object')}`;
}
