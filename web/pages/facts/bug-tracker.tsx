/** A link to where things are reported, and in its place a field while it is changed. */
import ExternalLink from 'lucide-solid/icons/external-link';
import Pencil from 'lucide-solid/icons/pencil';
import { createSignal, Show } from 'solid-js';
import { isBugTracker } from '#core/model/bug-tracker.ts';
import { bugTrackerWords } from '#web/pages/projects/project-draft.ts';
import styles from '#web/pages/projects/project.module.css';
import aside from '#web/pages/task/task-aside.module.css';
import { Button } from '#web/ui/button.tsx';
import { TextField } from '#web/ui/field.tsx';
import { Icon } from '#web/ui/icon.tsx';

export function BugTracker(props: { address: string; onChange: (address: string) => void }) {
  const [typed, setTyped] = createSignal<string>();
  const error = () => (isBugTracker((typed() ?? '').trim()) ? undefined : bugTrackerWords);
  function keep(): void {
    const next = typed()?.trim();
    if (next === undefined || error() !== undefined) return;
    if (next !== props.address) props.onChange(next);
    setTyped(undefined);
  }
  return (
    <>
      <div class={styles.headingRow}>
        <h2 class={aside.heading}>Bug tracker</h2>
        <Button
          kind="ghost"
          icon={Pencil}
          onClick={() => (typed() === undefined ? setTyped(props.address) : keep())}
        >
          {typed() === undefined ? 'Change…' : 'Keep'}
        </Button>
      </div>
      <Show
        when={typed() !== undefined}
        fallback={
          <Show when={props.address} fallback={<p class={styles.words}>None</p>}>
            {(address) => (
              <a class={styles.link} href={address()} target="_blank" rel="noopener noreferrer">
                <Icon of={ExternalLink} size={14} />
                <span>{address()}</span>
              </a>
            )}
          </Show>
        }
      >
        <TextField
          label="Address"
          inputMode="url"
          placeholder="https://"
          value={typed() ?? ''}
          error={error()}
          onInput={setTyped}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep();
            else if (event.key === 'Escape') setTyped(undefined);
          }}
        />
      </Show>
    </>
  );
}
