/** Appearance, the room this device gives, and what is kept where. */
import { createSignal, For, onMount, Show } from 'solid-js';
import type { Keeping } from '#core/model/storage.ts';
import { createLive } from '#web/state/create-live.ts';
import { type Appearance, appearance, appearances, setAppearance } from '#web/state/preferences.ts';
import { useTitle } from '#web/state/use-title.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Badge } from '#web/ui/badges.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Segmented } from '#web/ui/choice.tsx';
import { bytes, percent } from '#web/ui/format.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { ProgressBar } from '#web/ui/progress-bar.tsx';
import CircleCheck from 'lucide-solid/icons/circle-check';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { PassphraseSection } from './passphrase-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { WorkspacesSection } from './workspaces-section.tsx';
import styles from './settings-page.module.css';

const names: Readonly<Record<Appearance, string>> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
};

export function SettingsPage() {
  useTitle(() => 'Settings');
  return (
    <>
      <PageHead title="Settings" />
      <div class={styles.page}>
        <section class={styles.section}>
          <h2 class={styles.heading}>People</h2>
          <PeopleSection />
        </section>
        <section class={styles.section}>
          <h2 class={styles.heading}>Workspaces</h2>
          <WorkspacesSection />
        </section>
        <section class={styles.section}>
          <h2 class={styles.heading}>Bin</h2>
          <div class={styles.space}>
            <p class={styles.quiet}>What is deleted can be put back for 30 days.</p>
            <LinkButton href="#/bin">Open the bin</LinkButton>
          </div>
        </section>
        <section class={styles.section}>
          <h2 class={styles.heading}>Appearance</h2>
          <Segmented
            label="Appearance"
            value={appearance()}
            options={appearances.map((value) => ({ value, label: names[value] }))}
            onChange={setAppearance}
          />
        </section>
        <section class={styles.section}>
          <h2 class={styles.heading}>Space on this device</h2>
          <Space />
        </section>
        <section class={styles.section}>
          <h2 class={styles.heading}>Passphrase</h2>
          <PassphraseSection />
        </section>
        <section class={styles.section}>
          <h2 class={styles.heading}>What is kept where</h2>
          <WhatIsKept />
        </section>
      </div>
    </>
  );
}

function Space() {
  const workspace = useWorkspace();
  const [space, setSpace] = createSignal<{ used: number; available: number; persistent: boolean }>();
  const [refused, setRefused] = createSignal(false);
  const refresh = () => workspace.space().then(setSpace, () => setSpace(undefined));
  onMount(() => void refresh());

  async function ask(): Promise<void> {
    setRefused(!(await navigator.storage.persist()));
    await refresh();
  }

  return (
    <Show
      when={space()}
      fallback={<p class={styles.quiet}>This browser does not say how much room it gives.</p>}
    >
      {(known) => (
        <div class={styles.space}>
          <p>{`${bytes(known().used)} used of ${bytes(known().available)}, ${percent(known().used / Math.max(known().available, 1))}`}</p>
          <ProgressBar
            label="Space used on this device"
            height={6}
            parts={[{ share: known().used / Math.max(known().available, 1), tone: 'annotation' }]}
          />
          <Show
            when={known().persistent}
            fallback={
              <>
                <Badge tone="warn" icon={TriangleAlert}>
                  The browser may clear this when it runs short of room
                </Badge>
                <div class={styles.ask}>
                  <Button onClick={() => void ask()}>Keep it for good</Button>
                  <Show when={refused()}>
                    <span class={styles.quiet} role="status">
                      The browser said no. It says yes to sites that one visits often or has bookmarked.
                    </span>
                  </Show>
                </div>
              </>
            }
          >
            <Badge tone="ok" icon={CircleCheck}>
              Kept until you delete it
            </Badge>
          </Show>
        </div>
      )}
    </Show>
  );
}

const keptWords: Readonly<Record<Keeping, string>> = {
  sealed: 'sealed on this device',
  passphrase: 'under the passphrase',
  session: 'until this tab closes',
};

function WhatIsKept() {
  const workspace = useWorkspace();
  const storages = createLive(
    () => true,
    () => workspace.storages.list(),
  );
  const withKeys = () => storages.data()?.filter((storage) => storage.keyHint !== '') ?? [];
  return (
    <dl class={styles.facts}>
      <dt>Tasks and annotations</dt>
      <dd>In this browser, on this device. Each edit is there before the next picture is painted.</dd>
      <dt>Images</dt>
      <dd>In your buckets. This page reads them when they are shown and keeps only small previews.</dd>
      <dt>Credentials</dt>
      <dd>
        Sealed on this device, under your passphrase, or held until the tab closes, as chosen for each
        storage. They go to that storage alone.
        <ul class={styles.keys}>
          <For each={withKeys()}>
            {(storage) => (
              <li>
                {storage.name}
                <span class={styles.quiet}>{`key …${storage.keyHint}, ${keptWords[storage.keeping]}`}</span>
              </li>
            )}
          </For>
        </ul>
      </dd>
    </dl>
  );
}
