/** What will be made, said as it is chosen, and what is still missing. */
import { useLocation } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { count } from '#web/ui/format.ts';
import type { CreateForm } from './create-form.ts';
import { framesOf, jobsOf } from './cut-draft.ts';
import styles from './summary.module.css';

interface SummaryProps {
  form: CreateForm;
  /** Brings one to a field that is wrong. */
  onField: (field: string) => void;
}

export function Summary(props: SummaryProps) {
  const location = useLocation();
  const draft = () => props.form.draft();
  const counted = () => props.form.counted();
  const orMore = () => (counted()?.more ? ' or more' : '');
  const labels = () => {
    const project = props.form.project();
    if (project) return `${count(project.labels.length)} of ${project.name}`;
    return draft().labels.length === 0 ? 'None yet' : count(draft().labels.length);
  };
  const readsFrom = () => {
    if (draft().origin === 'computer') return 'This device, copied';
    if (draft().origin === 'urls') return 'Addresses';
    const names = draft().sources.map((source) => props.form.storageOf(source)?.name ?? 'Not chosen yet');
    return [...new Set(names)].join(', ');
  };
  const writesTo = () =>
    draft()
      .targets.map(({ storageId }) => props.form.storages().find(({ id }) => id === storageId)?.name)
      .join(', ') || 'This device';
  return (
    <aside class={styles.summary} aria-label="Summary">
      <dl class={styles.facts}>
        <dt>Frames</dt>
        <dd>
          {counted() ? `${count(framesOf(counted()?.frames ?? 0, draft()))}${orMore()}` : 'Not counted yet'}
        </dd>
        <dt>Jobs</dt>
        <dd>
          {counted() ? `${count(jobsOf(counted()?.frames ?? 0, draft()))}${orMore()}` : 'Not known yet'}
        </dd>
        <dt>Labels</dt>
        <dd>{labels()}</dd>
        <dt>Reads from</dt>
        <dd>{readsFrom()}</dd>
        <dt>Writes to</dt>
        <dd>{writesTo()}</dd>
      </dl>
      <Show when={Object.keys(props.form.errors()).length > 0}>
        <div role="alert">
          <ul class={styles.errors}>
            <For each={Object.entries(props.form.errors())}>
              {([field, error]) => (
                <li>
                  <a
                    href={`#${location.pathname}${location.search}`}
                    onClick={(event) => {
                      event.preventDefault();
                      props.onField(field);
                    }}
                  >
                    {error}
                  </a>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
    </aside>
  );
}
