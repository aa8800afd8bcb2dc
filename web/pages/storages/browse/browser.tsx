/** A storage's folders and objects, and a task made of what is chosen of them. */
import Plus from 'lucide-solid/icons/plus';
import Stethoscope from 'lucide-solid/icons/stethoscope';
import { useNavigate, useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, createSignal, on, Show } from 'solid-js';
import type { Storage } from '#core/model/storage.ts';
import { isGlob } from '#core/workspace/browse/entry-match.ts';
import { folderAbove, folderOf, sharedFolder } from '#core/workspace/browse/names.ts';
import { handOver } from '#web/state/picked.ts';
import { browserView, setBrowserView } from './browser-view.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { addressText, type BrowseAddress, readAddress } from './browse-address.ts';
import { BrowseAside } from './browse-aside.tsx';
import styles from './browse-page.module.css';
import { BrowseState } from './browse-state.tsx';
import { createEntries } from './create-entries.ts';
import { createGlimpses } from './create-glimpses.ts';
import { createSelection } from './create-selection.ts';
import { EntriesView } from './entries-view.tsx';
import type { Entry } from './entry.ts';
import { actionsOf, openObject } from './entry-actions.ts';
import { FindBar } from './find-bar.tsx';
import { PathBar } from './path-bar.tsx';
import { makeWords } from './selection-words.ts';
import { StatusLine } from './status-line.tsx';

/** Where each place was scrolled to, in this tab. */
const scrolled = new Map<string, number>();

export function Browser(props: { storage: Storage }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const storageId = createMemo(() => props.storage.id);
  const [active, setActive] = createSignal(0);
  const [fromNowOn, setFromNowOn] = createSignal(false);
  const address = createMemo(() => readAddress(search, props.storage.settings.prefix));
  const view = () => address().view ?? browserView();
  const place = createMemo(
    () => {
      const { folder, find, below } = address();
      return { storageId: props.storage.id, folder, find, below };
    },
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  const placeName = () => `${JSON.stringify(place())} ${view()}`;
  const entries = createEntries(place, () => address().order);
  const selection = createSelection();
  const glimpses = createGlimpses(storageId);

  createEffect(on(place, () => setActive(0)));
  createEffect(on(storageId, selection.clear, { defer: true }));

  function textOf(change: Partial<BrowseAddress>): string {
    return addressText(props.storage.id, { ...address(), ...change });
  }
  const hrefOf = (folder: string): string => `#${textOf({ folder, find: '', below: false })}`;
  function go(change: Partial<BrowseAddress>, replace = false): void {
    navigate(textOf(change), { replace });
  }
  const openFolder = (folder: string): void => go({ folder, find: '', below: false });

  const found = () => entries.folders() + entries.objects();
  const chosen = () => selection.sum().objects + selection.sum().folders;
  const shared = () => (chosen() === 0 ? address().folder : sharedFolder(selection.keys()));

  function createTask(prefix: string, keys: readonly string[] = []): void {
    const query = new URLSearchParams({ storage: String(props.storage.id), prefix });
    if (keys.length > 0) handOver({ storageId: props.storage.id, prefix, keys });
    navigate(`/tasks/new?${query}`);
  }
  function makeTask(): void {
    const { folder, find, below } = address();
    if (chosen() > 0) createTask(shared(), fromNowOn() ? [] : selection.keys());
    else if (find === '') createTask(folder);
    else if (!below && !isGlob(find)) createTask(folder + find);
    else {
      const keys = Array.from(entries.range(0, found() - 1), ({ key }) => key);
      createTask(sharedFolder(keys), keys);
    }
  }
  const primaryWords = () =>
    chosen() === 0 && address().find !== ''
      ? makeWords({ objects: entries.objects(), folders: entries.folders(), bytes: 0 })
      : makeWords(selection.sum());
  const whyNoTask = () => {
    if (chosen() > 0) return undefined;
    if (entries.state() === 'failed' && found() === 0) return 'Nothing could be listed here.';
    if (found() > 0 || entries.state() === 'listing') return undefined;
    return 'There is nothing here to make it from.';
  };

  const activeEntry = createMemo(() => entries.at(active()));
  const menu = () => {
    const entry = activeEntry();
    if (!entry) return [];
    return actionsOf(entry, {
      workspace,
      storage: props.storage,
      isChosen: selection.has(entry.key),
      onToggle: () => selection.toggle(entry),
      onFolder: () => openFolder(entry.key),
      onMakeTask: () => createTask(entry.key),
    });
  };
  function openEntry(entry: Entry): void {
    void openObject(workspace, props.storage, entry.key);
  }

  return (
    <>
      <PageHead title={props.storage.name} crumbs={[{ title: 'Storages', href: '#/storages' }]}>
        <LinkButton kind="ghost" icon={Stethoscope} href={`#/storages/${props.storage.id}/doctor`}>
          Doctor
        </LinkButton>
        <Button kind="primary" icon={Plus} disabledReason={whyNoTask()} onClick={makeTask}>
          {primaryWords()}
        </Button>
      </PageHead>
      <div class={styles.bar}>
        <PathBar
          storage={props.storage}
          folder={address().folder}
          hrefOf={hrefOf}
          onTyped={(path) =>
            go({ folder: folderOf(path), find: path.slice(folderOf(path).length), below: false })
          }
        />
        <FindBar
          find={address().find}
          below={address().below}
          view={view()}
          entries={entries}
          onFind={(find) => go({ find }, true)}
          onBelow={(below) => go({ below }, true)}
          onView={(wanted) => {
            setBrowserView(wanted);
            go({ view: wanted }, true);
          }}
        />
      </div>
      <div class={styles.body}>
        <div class={styles.main}>
          <StatusLine
            entries={entries}
            below={address().below}
            view={view()}
            order={address().order}
            onOrder={(order) => go({ order }, true)}
          />
          <BrowseState
            storage={props.storage}
            entries={entries}
            folder={address().folder}
            find={address().find}
            below={address().below}
            hrefAbove={hrefOf(folderAbove(address().folder))}
            onClear={() => go({ find: '', below: false }, true)}
          />
          <Show when={found() > 0}>
            <EntriesView
              view={view()}
              entries={entries}
              selection={selection}
              glimpses={glimpses}
              order={address().order}
              folder={address().folder}
              active={active()}
              menu={menu()}
              place={placeName()}
              scrolledTo={(name) => scrolled.get(name) ?? 0}
              onScrolled={(name, top) => scrolled.set(name, top)}
              onActive={setActive}
              onOrder={(order) => go({ order }, true)}
              onFolder={openFolder}
              hrefOf={hrefOf}
              onOpen={openEntry}
            />
          </Show>
        </div>
        <BrowseAside
          storage={props.storage}
          active={activeEntry()}
          selection={selection}
          glimpses={glimpses}
          fromNowOn={fromNowOn()}
          shared={shared()}
          onFromNowOn={setFromNowOn}
        />
      </div>
    </>
  );
}
