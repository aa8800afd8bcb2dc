/** What stands around every page: sidebar, main region, news, palette, keys. */
import Activity from 'lucide-solid/icons/activity';
import Database from 'lucide-solid/icons/database';
import FolderKanban from 'lucide-solid/icons/folder-kanban';
import House from 'lucide-solid/icons/house';
import Layers from 'lucide-solid/icons/layers';
import ListChecks from 'lucide-solid/icons/list-checks';
import PanelLeft from 'lucide-solid/icons/panel-left';
import Plus from 'lucide-solid/icons/plus';
import Search from 'lucide-solid/icons/search';
import Settings from 'lucide-solid/icons/settings';
import { type RouteSectionProps, useLocation, useNavigate } from '@solidjs/router';
import {
  createEffect,
  createSignal,
  ErrorBoundary,
  lazy,
  Match,
  on,
  onMount,
  Show,
  Suspense,
  Switch,
} from 'solid-js';
import { createCommands, listenToKeys } from '#web/commands/registry.ts';
import { railFolded, setRailFolded } from '#web/state/preferences.ts';
import { pageTitle } from '#web/state/use-title.ts';
import { ToastRegion } from '#web/ui/toast-region.tsx';
import { TooltipLayer } from '#web/ui/tooltip.tsx';
import { cx } from '#web/ui/cx.ts';
import { announceRequests } from './announce-requests.ts';
import { PageFailed } from './page-failed.tsx';
import styles from './shell.module.css';

/** Its place is kept from the start; one begins on the page beside it. */
const Sidebar = lazy(() => import('./sidebar.tsx').then((file) => ({ default: file.Sidebar })));
const Palette = lazy(() => import('#web/commands/palette.tsx').then((file) => ({ default: file.Palette })));
const Shortcuts = lazy(() =>
  import('#web/commands/shortcuts.tsx').then((file) => ({ default: file.Shortcuts })),
);

/** When the first page has long been there. */
const idleMs = 3000;

export function Shell(props: RouteSectionProps) {
  const location = useLocation();
  const navigate = useNavigate();
  const [layer, setLayer] = createSignal<'palette' | 'shortcuts'>();
  const inEditor = () => location.pathname.startsWith('/jobs/');
  let main: HTMLElement | undefined;

  createCommands([
    {
      id: 'palette',
      title: 'Search or run',
      section: 'View',
      icon: Search,
      keys: '$mod+k',
      run: () => setLayer('palette'),
    },
    {
      id: 'shortcuts',
      title: 'Show the shortcuts',
      section: 'View',
      keys: '[Shift]+?',
      run: () => setLayer('shortcuts'),
    },
    {
      id: 'fold',
      title: 'Fold or unfold the sidebar',
      section: 'View',
      icon: PanelLeft,
      keys: '[',
      run: () => setRailFolded(!railFolded()),
    },
    { id: 'home', title: 'Home', section: 'Go to', icon: House, keys: 'g h', run: () => navigate('/') },
    {
      id: 'tasks',
      title: 'Tasks',
      section: 'Go to',
      icon: Layers,
      keys: 'g t',
      run: () => navigate('/tasks'),
    },
    {
      id: 'projects',
      title: 'Projects',
      section: 'Go to',
      icon: FolderKanban,
      keys: 'g p',
      run: () => navigate('/projects'),
    },
    {
      id: 'jobs',
      title: 'Jobs',
      section: 'Go to',
      icon: ListChecks,
      keys: 'g j',
      run: () => navigate('/jobs'),
    },
    {
      id: 'storages',
      title: 'Storages',
      section: 'Go to',
      icon: Database,
      keys: 'g s',
      run: () => navigate('/storages'),
    },
    {
      id: 'requests',
      title: 'Requests',
      section: 'Go to',
      icon: Activity,
      keys: 'g r',
      run: () => navigate('/requests'),
    },
    {
      id: 'settings',
      title: 'Settings',
      section: 'Go to',
      icon: Settings,
      keys: 'g ,',
      run: () => navigate('/settings'),
    },
    {
      id: 'create-task',
      title: 'Create task',
      section: 'Tasks',
      icon: Plus,
      keys: 'c',
      run: () => navigate('/tasks/new'),
    },
    {
      id: 'attach',
      title: 'Attach a storage',
      section: 'Storages',
      icon: Plus,
      run: () => navigate('/storages/attach'),
    },
  ]);
  listenToKeys();
  // What is typed right after its key must not be lost to loading.
  onMount(() => setTimeout(() => void Palette.preload(), idleMs));
  announceRequests();

  createEffect(
    on(
      () => location.pathname,
      () => queueMicrotask(() => focusMain(main)),
      { defer: true },
    ),
  );

  return (
    <div class={styles.shell}>
      <a
        href="#main"
        class={styles.skip}
        onClick={(event) => {
          // Addresses belong to the router: only the focus moves.
          event.preventDefault();
          main?.focus();
        }}
      >
        To the content
      </a>
      <Show when={!inEditor()}>
        <Suspense fallback={<div class={cx(styles.sidebar, railFolded() && styles.rail)} />}>
          <Sidebar onSearch={() => setLayer('palette')} />
        </Suspense>
      </Show>
      <div
        ref={(element) => {
          main = element;
        }}
        id="main"
        class={styles.main}
        role={inEditor() ? undefined : 'main'}
        tabindex={-1}
        aria-label={inEditor() ? undefined : pageTitle()}
      >
        <ErrorBoundary fallback={(error: unknown, reset) => <PageFailed error={error} onRetry={reset} />}>
          <Suspense>{props.children}</Suspense>
        </ErrorBoundary>
      </div>
      <Suspense>
        <Switch>
          <Match when={layer() === 'palette'}>
            <Palette onClose={() => setLayer(undefined)} />
          </Match>
          <Match when={layer() === 'shortcuts'}>
            <Shortcuts onClose={() => setLayer(undefined)} />
          </Match>
        </Switch>
      </Suspense>
      <ToastRegion inEditor={inEditor()} />
      <TooltipLayer />
    </div>
  );
}

/** Focus goes to the new page, unless the page has put it into a field of its own. */
function focusMain(main: HTMLElement | undefined): void {
  if (main && !main.contains(document.activeElement)) main.focus({ preventScroll: true });
}
