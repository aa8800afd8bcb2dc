/** What a source brings: frames found, what was left out and what failed, or why it cannot be read. */
import CircleCheck from 'lucide-solid/icons/circle-check';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { For, Match, Show, Switch } from 'solid-js';
import type { Storage } from '#core/model/storage.ts';
import type { Dimension } from '#core/model/task.ts';
import type { SourceReading } from '#core/model/source.ts';
import type { SourcePreview } from '#core/workspace/preview-source.ts';
import { AccessButton } from '#web/pages/storages/access-button.tsx';
import { Badge } from '#web/ui/badges.tsx';
import { Button } from '#web/ui/button.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { bytes, count, counted, nameEnd } from '#web/ui/format.ts';
import type { Preview } from '../create-preview.ts';
import { framesSeen } from '../media-draft.ts';
import styles from '../create-task-page.module.css';

type Kind = SourceReading['kind'];

interface SourceOutcomeProps {
  preview: Preview;
  reading: Kind;
  dimension: Dimension;
  storage: Storage | undefined;
}

export function SourceOutcome(props: SourceOutcomeProps) {
  const soFar = (): string => {
    const preview = props.preview.counted();
    const frames = preview ? framesSeen(preview, props.dimension).frames : 0;
    return `${count(frames)} ${nouns[props.dimension]}s`;
  };
  return (
    <Switch>
      <Match when={props.preview.error()}>
        {(error) => (
          <ErrorNotice
            error={error()}
            actions={
              <>
                <AccessButton storage={props.storage} error={error()} onDone={() => props.preview.again()} />
                <Button onClick={() => props.preview.again()}>Try again</Button>
              </>
            }
          />
        )}
      </Match>
      <Match when={props.preview.listing()}>
        <Badge tone="quiet">{props.preview.counted() ? `Listing: ${soFar()} so far` : 'Listing'}</Badge>
      </Match>
      <Match when={props.preview.counted()}>
        {(found) => <Found found={found()} reading={props.reading} dimension={props.dimension} />}
      </Match>
    </Switch>
  );
}

function Found(props: { found: SourcePreview; reading: Kind; dimension: Dimension }) {
  const seen = () => framesSeen(props.found, props.dimension);
  const leftOut = () => [...props.found.leftOut].map(([why, number]) => reasonWords(why, number));
  return (
    <>
      <Show
        when={seen().frames > 0}
        fallback={
          <Badge tone="warn" icon={TriangleAlert}>
            {nothingWords(props.found, props.reading, props.dimension)}
          </Badge>
        }
      >
        <Badge tone="ok" icon={CircleCheck}>
          {foundWords(props.found, props.dimension)}
        </Badge>
        <Show when={seen().firstKeys.length > 0}>
          <p class={styles.words}>
            {'First: '}
            <For each={seen().firstKeys}>
              {(key, index) => (
                <>
                  {index() > 0 ? ', ' : ''}
                  <span class={styles.mono} title={key}>
                    {nameEnd(key, 24)}
                  </span>
                </>
              )}
            </For>
          </p>
        </Show>
      </Show>
      <Show when={leftOut().length > 0}>
        <p class={styles.words}>{`Left out: ${leftOut().join(', ')}.`}</p>
      </Show>
      <Show when={props.found.failed.total > 0}>
        <Badge tone="warn" icon={TriangleAlert}>
          {`${counted(props.found.failed.total, 'item')} cannot be taken`}
        </Badge>
        <ul class={styles.words}>
          <For each={props.found.failed.items}>
            {({ where, what }) => (
              <li>
                <span class={styles.mono}>{nameEnd(where, 40)}</span> {what}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}

const nouns: Readonly<Record<Dimension, string>> = { '2d': 'image', '3d': 'point cloud' };

function foundWords(found: SourcePreview, dimension: Dimension): string {
  const { frames, bytes: size, contextImages = 0 } = framesSeen(found, dimension);
  const { listed, more } = found;
  const noun = nouns[dimension];
  if (more) return `${count(frames)} ${noun}s among the first ${count(listed)} objects; the task takes all`;
  const held = size > 0 ? `, ${bytes(size)} in the storage` : '';
  const beside = contextImages > 0 ? ` with ${counted(contextImages, 'image')} beside them` : '';
  return `${counted(frames, noun)}${beside}${held}, nothing is downloaded`;
}

function nothingWords({ more, listed }: SourcePreview, reading: Kind, dimension: Dimension): string {
  if (reading === 'tasks') return 'No task file names an image here. Try another prefix, filter or data key.';
  return more
    ? `No ${nouns[dimension]} among the first ${count(listed)} objects; the task looks at all of them`
    : `No ${nouns[dimension]} here. Try another prefix or filter.`;
}

function reasonWords(why: string, number: number): string {
  switch (why) {
    case 'is no image by its name':
      return `${counted(number, 'object')} of other kinds`;
    case 'does not match the filter':
      return `${counted(number, 'object')} not matching the filter`;
    default:
      return `${counted(number, 'object')}: ${why}`;
  }
}
