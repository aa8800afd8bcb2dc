/** The guide of a project or a task: read, or written with what it becomes beside it. Each letter is kept at once. */
import Pencil from 'lucide-solid/icons/pencil';
import { createSignal, lazy, Show, Suspense } from 'solid-js';
import { toErrorReport } from '#core/errors.ts';
import { Button } from '#web/ui/button.tsx';
import { inputClass } from '#web/ui/field.tsx';
import styles from './guide.module.css';

const Markdown = lazy(() => import('./markdown.tsx').then((file) => ({ default: file.Markdown })));

interface GuideSectionProps {
  guide: string;
  /** Writes it to the disk. */
  onKeep: (guide: string) => Promise<void>;
}

export function GuideSection(props: GuideSectionProps) {
  const [typed, setTyped] = createSignal<string>();
  const [failure, setFailure] = createSignal<string>();
  const text = () => typed() ?? props.guide;
  let writing = false;

  /** One write at a time, the last text always at the end. */
  async function keep(next: string): Promise<void> {
    setTyped(next);
    if (writing) return;
    writing = true;
    try {
      for (let written: string | undefined; written !== typed(); ) {
        written = typed() ?? '';
        await props.onKeep(written);
      }
      setFailure(undefined);
    } catch (error) {
      setFailure(toErrorReport(error).message);
    } finally {
      writing = false;
    }
  }
  return (
    <section class={styles.section} aria-labelledby="guide-heading">
      <div class={styles.head}>
        <h2 id="guide-heading" class={styles.title}>
          Guide
        </h2>
        <Show
          when={typed() === undefined}
          fallback={<Button onClick={() => setTyped(undefined)}>Done</Button>}
        >
          <Button kind="ghost" icon={Pencil} onClick={() => setTyped(props.guide)}>
            {props.guide === '' ? 'Write a guide' : 'Edit the guide'}
          </Button>
        </Show>
      </div>
      <Show when={failure()}>
        {(words) => (
          <p class={styles.failure} role="alert">{`Not kept: ${words()} Keep this tab open and type on.`}</p>
        )}
      </Show>
      <div class={styles.both} data-writing={typed() !== undefined}>
        <Show when={typed() !== undefined}>
          <textarea
            ref={(element) => queueMicrotask(() => element.focus())}
            class={inputClass({ mono: true })}
            rows={14}
            aria-label="Guide as Markdown"
            value={text()}
            onInput={(event) => void keep(event.currentTarget.value)}
          />
        </Show>
        <div
          class={styles.read}
          role="region"
          aria-label={typed() === undefined ? 'Text of the guide' : 'Preview'}
        >
          <Show
            when={text().trim() !== ''}
            fallback={
              <p class={styles.none}>
                What annotators should know: what to draw, what to leave out, doubtful cases.
              </p>
            }
          >
            <Suspense>
              <Markdown text={text()} />
            </Suspense>
          </Show>
        </div>
      </div>
    </section>
  );
}
