/** The address field that answers while one types, and the sample beside it. */
import Link from 'lucide-solid/icons/link';
import { useNavigate, useSearchParams } from '@solidjs/router';
import { createEffect, createMemo, createSignal, lazy, on, onCleanup, Show, Suspense } from 'solid-js';
import type { Storage } from '#core/model/storage.ts';
import type { parseAddress } from '#core/storage/s3/address.ts';
import { ensureCheck } from '#web/state/checks.ts';
import { storageFor } from '#web/state/storage-words.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { cx } from '#web/ui/cx.ts';
import { Icon } from '#web/ui/icon.tsx';
import styles from './address-row.module.css';
import { TrySample } from './try-sample.tsx';

/** Comes with the first letter. */
const AddressAnswer = lazy(() =>
  import('./address-answer.tsx').then((file) => ({ default: file.AddressAnswer })),
);

/** How long typing must rest before a storage is asked. */
const restMs = 400;
const sampleBucket: unknown = import.meta.env['VITE_SAMPLE_BUCKET'];

interface AddressRowProps {
  storages: readonly Storage[];
  /** Nothing else is on the page to begin with. */
  prominent: boolean;
  /** Something else is the one primary: *Try again* while nothing can be read, or the quick start. */
  failing: boolean;
  /** A storage that is attached already, and the part of it that was named. */
  onKnown: (storage: Storage, prefix: string) => void;
}

export function AddressRow(props: AddressRowProps) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ address?: string }>();
  const [text, setText] = createSignal(search.address ?? '');
  const [missing, setMissing] = createSignal<string>();
  // Asked for while the first page is drawn, there long before anybody has typed an address.
  const parser = import('#core/storage/s3/address.ts');
  const [parse, setParse] = createSignal<typeof parseAddress>();
  void parser.then((module) => setParse(() => module.parseAddress));
  const parsed = createMemo(() => parse()?.(text()));
  const storage = createMemo(() => {
    const address = parsed();
    return address && storageFor(address.settings, props.storages);
  });
  let field: HTMLInputElement | undefined;

  createEffect(
    on(
      () => search.address,
      (address) => address !== undefined && setText(address),
      { defer: true },
    ),
  );
  createEffect(() => {
    const known = storage();
    if (!known) return;
    const timer = setTimeout(() => ensureCheck(workspace, known.id), restMs);
    onCleanup(() => clearTimeout(timer));
  });

  async function open(): Promise<void> {
    await parser;
    const address = parsed();
    if (address?.settings.bucket === undefined) {
      setMissing(
        text().trim() === ''
          ? 'Type or paste the address of a bucket first.'
          : 'This names no bucket. Write s3://bucket/prefix, or the https:// address of a bucket.',
      );
      field?.focus();
      return;
    }
    const known = storage();
    if (known) {
      props.onKnown(known, address.settings.prefix ?? '');
    } else {
      navigate(`/connect?address=${encodeURIComponent(text().trim())}`);
    }
  }

  return (
    <>
      <form
        class={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <div class={cx(styles.field, props.prominent && styles.prominent)}>
          <Icon of={Link} class={styles.icon} />
          <input
            ref={(element) => {
              field = element;
            }}
            class={styles.input}
            aria-label="Address of a bucket"
            aria-describedby="home-answer"
            placeholder="s3://bucket/prefix"
            spellcheck={false}
            autocomplete="off"
            value={text()}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setMissing(undefined);
            }}
          />
          <Button kind={props.failing ? 'default' : 'primary'} size="form" type="submit" keys="Enter">
            See its images
          </Button>
        </div>
        <TrySample />
      </form>
      <div id="home-answer" class={styles.answer} aria-live="polite">
        <Show when={!missing()} fallback={<span class={styles.missing}>{missing()}</span>}>
          <Suspense>
            <AddressAnswer text={text()} parsed={parsed()} storage={storage()} />
          </Suspense>
        </Show>
        <Show when={typeof sampleBucket === 'string' && text() === '' && sampleBucket}>
          {(address) => (
            <span class={styles.offer}>
              <Button kind="ghost" icon={Link} onClick={() => setText(address())}>
                {`Use the sample bucket ${address()}`}
              </Button>
            </span>
          )}
        </Show>
      </div>
    </>
  );
}
