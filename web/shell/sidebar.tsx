/** The way to every page, with counts; what is open; and what it takes of this device. */
import Activity from 'lucide-solid/icons/activity';
import Database from 'lucide-solid/icons/database';
import FolderKanban from 'lucide-solid/icons/folder-kanban';
import Funnel from 'lucide-solid/icons/funnel';
import House from 'lucide-solid/icons/house';
import Layers from 'lucide-solid/icons/layers';
import ListChecks from 'lucide-solid/icons/list-checks';
import PanelLeft from 'lucide-solid/icons/panel-left';
import Search from 'lucide-solid/icons/search';
import Settings from 'lucide-solid/icons/settings';
import { useLocation } from '@solidjs/router';
import { createSignal, For, type JSX, lazy, Show, Suspense } from 'solid-js';
import { createLive } from '#web/state/create-live.ts';
import { railFolded, setRailFolded } from '#web/state/preferences.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { IconButton } from '#web/ui/button.tsx';
import { cx } from '#web/ui/cx.ts';
import { count } from '#web/ui/format.ts';
import { Icon, type LucideIcon } from '#web/ui/icon.tsx';
import { KeyCaps } from '#web/ui/key-cap.tsx';
import { Ring } from '#web/ui/ring.tsx';
import { Thumbnail } from '#web/ui/thumbnail.tsx';
import { Tooltip } from '#web/ui/tooltip.tsx';
import { createShellCounts } from './counts.ts';
import { Mark } from './mark.tsx';
import styles from './sidebar.module.css';
import { SpaceUsed } from './space-used.tsx';

/** With the code of menus, which the first page does not wait for. */
const WorkspaceSwitcher = lazy(() =>
  import('./workspace-switcher.tsx').then((file) => ({ default: file.WorkspaceSwitcher })),
);

const wideEnough = matchMedia('(width >= 1280px)');
const [isWide, setWide] = createSignal(wideEnough.matches);
wideEnough.addEventListener('change', () => setWide(wideEnough.matches));

export function Sidebar(props: { onSearch: () => void }) {
  const workspace = useWorkspace();
  const always = () => true;
  const requests = createLive(always, () => workspace.requests.active());
  const recent = createLive(always, () => workspace.jobs.recent(4));
  const running = () => requests.data() ?? [];
  const rail = () => railFolded() || !isWide();
  const counts = createShellCounts();

  return (
    <nav class={cx(styles.sidebar, rail() && styles.rail)} aria-label="Main">
      <div class={styles.top}>
        <Suspense
          fallback={
            <span class={styles.name}>
              <Mark />
              <span class={styles.word}>Bucketmark</span>
            </span>
          }
        >
          <WorkspaceSwitcher />
        </Suspense>
        <Show when={isWide()}>
          <IconButton
            label={rail() ? 'Unfold the sidebar' : 'Fold the sidebar'}
            icon={PanelLeft}
            keys="["
            onClick={() => setRailFolded(!railFolded())}
          />
        </Show>
      </div>
      <Tooltip text={rail() ? 'Search or run' : undefined} keys="$mod+k">
        <button
          type="button"
          class={styles.search}
          onClick={() => props.onSearch()}
          aria-label={rail() ? 'Search or run' : undefined}
          aria-keyshortcuts="Control+k"
        >
          <Icon of={Search} size={14} />
          <span class={styles.word}>Search or run</span>
          <span class={styles.caps}>
            <KeyCaps keys="$mod+k" />
          </span>
        </button>
      </Tooltip>
      <ul>
        <Item rail={rail()} href="#/" title="Home" icon={House} />
        <Item
          rail={rail()}
          href="#/projects"
          title="Projects"
          icon={FolderKanban}
          count={counts.total('projects')}
        />
        <Item rail={rail()} href="#/tasks" title="Tasks" icon={Layers} count={counts.total('tasks')} />
        <Item rail={rail()} href="#/jobs" title="Jobs" icon={ListChecks} count={counts.total('jobs')} />
        <Item
          rail={rail()}
          href="#/storages"
          title="Storages"
          icon={Database}
          count={counts.total('storages')}
        />
        <Item
          rail={rail()}
          href="#/requests"
          title="Requests"
          icon={Activity}
          count={running().length || undefined}
          ring={running().length > 0 ? { share: running()[0]?.progress.share } : undefined}
        />
      </ul>
      <Show when={counts.pinned().length > 0}>
        <h2 class={styles.caption}>Pinned filters</h2>
        <ul>
          <For each={counts.pinned()}>
            {(pinned) => (
              <Item
                rail={rail()}
                href={pinned.href}
                title={pinned.saved.name}
                icon={Funnel}
                count={pinned.count}
              />
            )}
          </For>
        </ul>
      </Show>
      <Show when={(recent.data()?.length ?? 0) > 0}>
        <h2 class={styles.caption}>Recent jobs</h2>
        <ul>
          <For each={recent.data()}>
            {(each) => (
              <Item
                rail={rail()}
                href={`#/jobs/${each.job.id}`}
                title={each.task.name}
                note={`#${each.job.id}`}
                picture={<Thumbnail taskId={each.task.id} frame={each.job.startFrame} />}
              />
            )}
          </For>
        </ul>
      </Show>
      <div class={styles.foot}>
        <SpaceUsed rail={rail()} />
        <ul>
          <Item rail={rail()} href="#/settings" title="Settings" icon={Settings} />
        </ul>
      </div>
    </nav>
  );
}

interface ItemProps {
  rail: boolean;
  href: string;
  title: string;
  icon?: LucideIcon;
  picture?: JSX.Element;
  count?: number | undefined;
  note?: string;
  ring?: { readonly share: number | undefined } | undefined;
}

function Item(props: ItemProps) {
  const location = useLocation();
  const current = () => {
    const [path = '', search] = props.href.slice(1).split('?');
    // A pinned filter is where one is only while it is what the list is filtered by.
    if (search !== undefined) {
      const filter = new URLSearchParams(location.search).get('filter');
      return location.pathname === path && filter === new URLSearchParams(search).get('filter');
    }
    return path === '/' ? location.pathname === '/' : `${location.pathname}/`.startsWith(`${path}/`);
  };
  return (
    <li>
      <Tooltip text={props.rail ? [props.title, props.note].filter(Boolean).join(', ') : undefined}>
        <a class={styles.item} href={props.href} aria-current={current() ? 'page' : undefined}>
          <Show when={props.icon} fallback={<span class={styles.picture}>{props.picture}</span>}>
            {(icon) => <Icon of={icon()} />}
          </Show>
          <span class={styles.word}>{props.title}</span>
          <Show when={props.ring}>
            {(ring) => (
              <span class={styles.ring}>
                <Ring share={ring().share} size={14} />
              </span>
            )}
          </Show>
          <Show when={props.count !== undefined}>
            <span class={styles.count}>{count(props.count ?? 0)}</span>
          </Show>
          <Show when={props.note}>
            <span class={styles.count}>{props.note}</span>
          </Show>
        </a>
      </Tooltip>
    </li>
  );
}
