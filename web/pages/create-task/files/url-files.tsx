/** Addresses, one a line: how many there are, and which are none. */
import CircleCheck from 'lucide-solid/icons/circle-check';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { createMemo, createUniqueId, For, Show } from 'solid-js';
import { parseUrlList } from '#core/storage/urls/parse.ts';
import { Badge } from '#web/ui/badges.tsx';
import { Field, inputClass } from '#web/ui/field.tsx';
import { count, counted } from '#web/ui/format.ts';
import { judgeUrls, noCloudEditor } from '../media-draft.ts';
import styles from './files.module.css';

interface UrlFilesProps {
  text: string;
  error: string | undefined;
  onChange: (text: string) => void;
}

const mostShown = 5;

export function UrlFiles(props: UrlFilesProps) {
  const outcomeId = createUniqueId();
  const list = createMemo(() => parseUrlList(props.text));
  const verdict = createMemo(() => judgeUrls(props.text));
  const taken = () => {
    const known = verdict();
    return known.ok ? known : undefined;
  };
  const why = () => {
    const known = verdict();
    return known.ok || list().urls.length === 0 ? undefined : known.why;
  };
  const others = () => (taken() ? verdict().refused.length : 0);
  return (
    <>
      <Field
        label="Addresses of images"
        help="One on each line. Their servers must let this page read them."
        error={list().urls.length === 0 && list().invalid.length === 0 ? props.error : undefined}
        control={(ids) => (
          <textarea
            id={ids.id}
            class={inputClass({ mono: true })}
            rows={7}
            spellcheck={false}
            placeholder="https://images.example/0001.jpg"
            aria-describedby={`${ids.describedBy} ${outcomeId}`}
            aria-invalid={ids.invalid || list().invalid.length > 0}
            value={props.text}
            onInput={(event) => props.onChange(event.currentTarget.value)}
          />
        )}
      />
      <div id={outcomeId} aria-live="polite" class={styles.outcome}>
        <Show when={taken()}>
          {(known) => (
            <Badge tone="ok" icon={CircleCheck}>
              {counted(known().keys.length, known().dimension === '3d' ? 'point cloud' : 'image')}
              {known().context.length > 0
                ? ` with ${counted(known().context.length, 'image')} beside them`
                : ''}
            </Badge>
          )}
        </Show>
        <Show when={why()}>{(words) => <p class={styles.error}>{words()}</p>}</Show>
        <Show when={taken()?.dimension === '3d'}>
          <p class={styles.words}>{noCloudEditor}</p>
        </Show>
        <Show when={others() > 0}>
          <Badge tone="warn" icon={TriangleAlert}>
            {`${counted(others(), 'address', 'addresses')} left out: no ${taken()?.dimension === '3d' ? 'point cloud' : 'image'} by the end of the name`}
          </Badge>
        </Show>
        <Show when={list().invalid.length > 0}>
          <ul class={styles.error}>
            <For each={list().invalid.slice(0, mostShown)}>
              {({ line, reason }) => <li>{`Line ${line}: ${reason}`}</li>}
            </For>
            <Show when={list().invalid.length > mostShown}>
              <li>{`and ${count(list().invalid.length - mostShown)} more`}</li>
            </Show>
          </ul>
        </Show>
      </div>
    </>
  );
}
