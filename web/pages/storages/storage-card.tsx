/** A storage: a picture of what it holds, its address, whether it can be used, and what uses it. */
import CircleQuestionMark from 'lucide-solid/icons/circle-question-mark';
import { createSignal, Show } from 'solid-js';
import type { Storage } from '#core/model/storage.ts';
import { checkOf } from '#web/state/checks.ts';
import type { StorageUses } from '#web/state/storage-uses.ts';
import { addressOf, serviceOf } from '#web/state/storage-words.ts';
import { IconButton } from '#web/ui/button.tsx';
import { cx } from '#web/ui/cx.ts';
import { count, counted } from '#web/ui/format.ts';
import { StorageTile } from '#web/ui/storage-tile.tsx';
import { Time } from '#web/ui/time.tsx';
import { droppedFiles } from './dropped-files.ts';
import styles from './storage-card.module.css';
import type { StorageLayer } from './storage-layers.tsx';
import { StoragePicture } from './storage-picture.tsx';
import { StorageState } from './storage-state.tsx';

interface StorageCardProps {
  storage: Storage;
  uses: StorageUses;
  onLayer: (layer: StorageLayer) => void;
}

export function StorageCard(props: StorageCardProps) {
  const [described, setDescribed] = createSignal(false);

  /** Buckets are filled by what their owners use for it; this browser's disk only from here. */
  const takesFiles = () => props.storage.settings.provider === 'device';
  const [over, setOver] = createSignal(false);

  async function addDropped(transfer: DataTransfer): Promise<void> {
    setOver(false);
    const files = await droppedFiles(transfer);
    if (files.length > 0) props.onLayer({ kind: 'add-files', storage: props.storage, files });
  }

  return (
    <div
      class={cx(styles.card, over() && styles.over)}
      onDragOver={(event) => {
        if (!takesFiles() || !event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!takesFiles() || !event.dataTransfer) return;
        event.preventDefault();
        void addDropped(event.dataTransfer);
      }}
    >
      <StoragePicture storage={props.storage} />
      <div class={styles.head}>
        <StorageTile settings={props.storage.settings} small />
        <h2 class={styles.name} title={props.storage.name}>
          {props.storage.name}
        </h2>
        <Show when={props.storage.description !== ''}>
          <IconButton
            label={`Description of ${props.storage.name}`}
            icon={CircleQuestionMark}
            on={described()}
            onClick={() => setDescribed(!described())}
          />
        </Show>
      </div>
      <Show when={described() && props.storage.description}>
        {(words) => <p class={styles.description}>{words()}</p>}
      </Show>
      <p class={styles.address} title={addressOf(props.storage.settings)}>
        {addressOf(props.storage.settings)}
      </p>
      <div class={styles.state}>
        <StorageState storage={props.storage} />
      </div>
      <p class={styles.uses}>{[imagesWords(props.storage), ...usesWords(props.uses)].join(' · ')}</p>
      <p class={styles.uses}>
        {`${serviceOf(props.storage.settings)} · by ${props.storage.owner || 'you'}, `}
        <Time of={props.storage.createdAt} />
        <Show when={props.storage.updatedAt > props.storage.createdAt}>
          {', updated '}
          <Time of={props.storage.updatedAt} />
        </Show>
      </p>
    </div>
  );
}

export function imagesWords(storage: Storage): string {
  const check = checkOf(storage.id);
  if (check === undefined || check === 'checking' || !check.ok) return 'images not counted';
  return check.more ? `${count(check.images)} or more images` : counted(check.images, 'image');
}

export function usesWords({ sourceOf, targetOf, more }: StorageUses): string[] {
  const { length: read } = sourceOf;
  const { length: written } = targetOf;
  if (read === 0 && written === 0) return ['no task yet'];
  return [
    ...(read === 0
      ? []
      : [
          `${more ? `${count(read)} or more tasks` : counted(read, 'task')} ${read === 1 ? 'reads' : 'read'} from it`,
        ]),
    ...(written === 0 ? [] : [`target of ${count(written)}${more ? ' or more' : ''}`]),
  ];
}
