/** A storage: a picture of what it holds, its address, whether it can be used, and what uses it. */
import Upload from 'lucide-solid/icons/upload';
import CircleQuestionMark from 'lucide-solid/icons/circle-question-mark';
import FolderSearch from 'lucide-solid/icons/folder-search';
import KeyRound from 'lucide-solid/icons/key-round';
import Pencil from 'lucide-solid/icons/pencil';
import Plus from 'lucide-solid/icons/plus';
import RotateCw from 'lucide-solid/icons/rotate-cw';
import Stethoscope from 'lucide-solid/icons/stethoscope';
import Trash from 'lucide-solid/icons/trash';
import { useNavigate } from '@solidjs/router';
import { createSignal, Show } from 'solid-js';
import { needsSecrets, type Storage } from '#core/model/storage.ts';
import type { Task } from '#core/model/task.ts';
import { checkAgain, checkOf } from '#web/state/checks.ts';
import { type StorageUses, usersOf } from '#web/state/storage-uses.ts';
import { addressOf, serviceOf } from '#web/state/storage-words.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { IconButton } from '#web/ui/button.tsx';
import { cx } from '#web/ui/cx.ts';
import { count, counted } from '#web/ui/format.ts';
import { Menu, type MenuItem } from '#web/ui/menu.tsx';
import { StorageTile } from '#web/ui/storage-tile.tsx';
import { Time } from '#web/ui/time.tsx';
import { droppedFiles } from './dropped-files.ts';
import { formOf } from './forms/registry.ts';
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
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [described, setDescribed] = createSignal(false);
  const open = (kind: StorageLayer['kind']) => () => props.onLayer({ kind, storage: props.storage });
  const goTo = (page: string) => () => navigate(`/storages/${props.storage.id}/${page}`);

  /** Buckets are filled by what their owners use for it; this browser's disk only from here. */
  const takesFiles = () => props.storage.settings.provider === 'device';
  const [over, setOver] = createSignal(false);

  async function addDropped(transfer: DataTransfer): Promise<void> {
    setOver(false);
    const files = await droppedFiles(transfer);
    if (files.length > 0) props.onLayer({ kind: 'add-files', storage: props.storage, files });
  }

  function sections(): MenuItem[][] {
    const { settings } = props.storage;
    const update: MenuItem = { title: 'Update…', icon: Pencil, run: goTo('update') };
    const addFiles: MenuItem = { title: 'Add files…', icon: Upload, run: open('add-files') };
    const renew: MenuItem = { title: 'New keys…', icon: KeyRound, run: open('renew') };
    return [
      [
        {
          title: 'Create task from it',
          icon: Plus,
          run: () => navigate(`/tasks/new?storage=${props.storage.id}`),
        },
        { title: 'Browse', icon: FolderSearch, run: goTo('browse') },
        ...(takesFiles() ? [addFiles] : []),
      ],
      [
        ...(formOf(settings.provider) ? [update] : []),
        ...(needsSecrets(settings) ? [renew] : []),
        { title: 'Run the doctor', icon: Stethoscope, run: goTo('doctor') },
        {
          title: 'Check again',
          icon: RotateCw,
          run: () => void checkAgain(workspace, props.storage.id),
        },
      ],
      [
        {
          title: 'Remove…',
          icon: Trash,
          danger: true,
          run: open('remove'),
          disabledReason: usedBy(usersOf(props.uses)),
        },
      ],
    ];
  }

  return (
    <li
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
        <Menu label={`Actions of ${props.storage.name}`} sections={sections()} />
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
    </li>
  );
}

function imagesWords(storage: Storage): string {
  const check = checkOf(storage.id);
  if (check === undefined || check === 'checking' || !check.ok) return 'images not counted';
  return check.more ? `${count(check.images)} or more images` : counted(check.images, 'image');
}

function usesWords({ sourceOf, targetOf }: StorageUses): string[] {
  const { length: read } = sourceOf;
  const { length: written } = targetOf;
  if (read === 0 && written === 0) return ['no task yet'];
  return [
    ...(read === 0 ? [] : [`${counted(read, 'task')} ${read === 1 ? 'reads' : 'read'} from it`]),
    ...(written === 0 ? [] : [`target of ${count(written)}`]),
  ];
}

function usedBy(tasks: readonly Task[]): string | undefined {
  const names = tasks.slice(0, 2).map(({ name }) => `“${name}”`);
  const rest = tasks.length - names.length;
  if (names.length === 0) return undefined;
  return `Used by ${names.join(', ')}${rest > 0 ? ` and ${counted(rest, 'more task', 'more tasks')}` : ''}`;
}
