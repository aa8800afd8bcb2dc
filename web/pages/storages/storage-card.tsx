/** A storage: a picture of what it holds, its address, whether it can be read, and what uses it. */
import CircleCheck from 'lucide-solid/icons/circle-check';
import KeyRound from 'lucide-solid/icons/key-round';
import Plus from 'lucide-solid/icons/plus';
import RotateCw from 'lucide-solid/icons/rotate-cw';
import Trash from 'lucide-solid/icons/trash';
import { useNavigate } from '@solidjs/router';
import { Match, Show, Switch } from 'solid-js';
import { needsCredentials, type Storage } from '#core/model/storage.ts';
import type { Task } from '#core/model/task.ts';
import { checkAgain, checkOf } from '#web/state/checks.ts';
import { addressOf, serviceOf } from '#web/state/storage-words.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Badge, StorageErrorBadge } from '#web/ui/badges.tsx';
import { Button } from '#web/ui/button.tsx';
import { count, counted } from '#web/ui/format.ts';
import { StorageTile } from '#web/ui/storage-tile.tsx';
import { Menu, type MenuItem } from '#web/ui/menu.tsx';
import { Thumbnail } from '#web/ui/thumbnail.tsx';
import styles from './storage-card.module.css';
import type { StorageLayer } from './storage-layers.tsx';

interface StorageCardProps {
  storage: Storage;
  /** Those that read from it. */
  tasks: readonly Task[];
  onLayer: (layer: StorageLayer) => void;
}

export function StorageCard(props: StorageCardProps) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const hasKeys = () => needsCredentials(props.storage.settings);
  const shownTask = () => props.tasks.find((task) => task.ready);

  function sections(): MenuItem[][] {
    const uses = props.tasks.length;
    const renew: MenuItem = {
      title: 'New keys…',
      icon: KeyRound,
      run: () => props.onLayer({ kind: 'renew', storage: props.storage }),
    };
    return [
      [
        {
          title: 'Create task from it',
          icon: Plus,
          run: () => navigate(`/tasks/new?storage=${props.storage.id}`),
        },
        {
          title: 'Check again',
          icon: RotateCw,
          run: () => void checkAgain(workspace, props.storage.id),
        },
        ...(hasKeys() ? [renew] : []),
      ],
      [
        {
          title: 'Remove…',
          icon: Trash,
          danger: true,
          run: () => props.onLayer({ kind: 'remove', storage: props.storage }),
          disabledReason:
            uses === 0 ? undefined : `${counted(uses, 'task')} read${uses === 1 ? 's' : ''} from it`,
        },
      ],
    ];
  }

  return (
    <li class={styles.card}>
      <div class={styles.picture}>
        <Show
          when={shownTask()}
          fallback={<span class={styles.without}>Shows an image once a task reads from it</span>}
        >
          {(task) => <Thumbnail taskId={task().id} frame={0} without="Its first image has no preview" />}
        </Show>
      </div>
      <div class={styles.head}>
        <StorageTile settings={props.storage.settings} small />
        <h2 class={styles.name} title={props.storage.name}>
          {props.storage.name}
        </h2>
        <Menu label={`Actions of ${props.storage.name}`} sections={sections()} />
      </div>
      <p class={styles.address} title={addressOf(props.storage.settings)}>
        {addressOf(props.storage.settings)}
      </p>
      <div class={styles.state}>
        <StorageState
          storage={props.storage}
          onFix={() => props.onLayer({ kind: 'fix', storage: props.storage })}
        />
      </div>
      <p class={styles.uses}>
        {[
          imagesWords(props.storage),
          props.tasks.length === 0 ? 'no task yet' : counted(props.tasks.length, 'task'),
        ].join(' · ')}
      </p>
    </li>
  );
}

function imagesWords(storage: Storage): string {
  const check = checkOf(storage.id);
  if (check === undefined || check === 'checking' || !check.ok) return serviceOf(storage.settings);
  return check.more ? `${count(check.images)} or more images` : counted(check.images, 'image');
}

function StorageState(props: { storage: Storage; onFix: () => void }) {
  const failure = () => {
    const check = checkOf(props.storage.id);
    return check !== undefined && check !== 'checking' && !check.ok ? check.error : undefined;
  };
  const isAvailable = () => {
    const check = checkOf(props.storage.id);
    return check !== undefined && check !== 'checking' && check.ok;
  };
  return (
    <Switch fallback={<Badge tone="quiet">Checking</Badge>}>
      <Match when={failure()}>
        {(error) => (
          <>
            <StorageErrorBadge error={error()} />
            <Button kind="ghost" onClick={() => props.onFix()}>
              {error().code.startsWith('credentials') ? 'New keys…' : 'Fix…'}
            </Button>
          </>
        )}
      </Match>
      <Match when={isAvailable()}>
        <Badge tone="ok" icon={CircleCheck}>
          Available, read and list
        </Badge>
      </Match>
    </Switch>
  );
}
