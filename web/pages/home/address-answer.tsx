/** One line that says what an address is, whether it can be read from here, and what will happen. */
import CircleCheck from 'lucide-solid/icons/circle-check';
import { Match, Show, Switch } from 'solid-js';
import type { Storage } from '#core/model/storage.ts';
import type { ParsedAddress } from '#core/storage/s3/address.ts';
import type { CheckReport } from '#core/workspace/workspace.ts';
import { checkOf } from '#web/state/checks.ts';
import { serviceOf } from '#web/state/storage-words.ts';
import { Badge, StorageErrorBadge } from '#web/ui/badges.tsx';
import { count, counted, seconds } from '#web/ui/format.ts';
import { Tile } from '#web/ui/marks.tsx';
import { StorageTile } from '#web/ui/storage-tile.tsx';
import styles from './address-answer.module.css';

interface AddressAnswerProps {
  text: string;
  parsed: ParsedAddress | undefined;
  storage: Storage | undefined;
}

export function AddressAnswer(props: AddressAnswerProps) {
  return (
    <Switch>
      <Match when={props.text.trim() === ''}>
        <span class={styles.quiet}>
          Takes s3://bucket/prefix and the https:// address of a bucket. Nothing is uploaded.
        </span>
      </Match>
      <Match when={props.parsed?.settings.bucket === undefined}>
        <span class={styles.quiet}>No bucket is named yet, as in s3://bucket/prefix.</span>
      </Match>
      <Match when={props.storage}>{(storage) => <Known storage={storage()} />}</Match>
      <Match when={props.parsed}>
        {(parsed) => (
          <>
            <Tile letters="S3" small />
            <span>
              {`${parsed().settings.endpoint ? new URL(parsed().settings.endpoint ?? '').host : 'Amazon S3'}, bucket “${parsed().settings.bucket}”`}
            </span>
            <span class={styles.quiet}>
              {[parsed().settings.region, 'not attached yet: See its images asks for its keys']
                .filter(Boolean)
                .join(' · ')}
            </span>
          </>
        )}
      </Match>
    </Switch>
  );
}

function Known(props: { storage: Storage }) {
  const report = () => {
    const check = checkOf(props.storage.id);
    return check === 'checking' || check === undefined ? undefined : check;
  };
  return (
    <>
      <StorageTile settings={props.storage.settings} small />
      <span>
        {`${serviceOf(props.storage.settings)}, saved as `}
        <b class={styles.name}>{props.storage.name}</b>
      </span>
      <Show when={report()} fallback={<Badge tone="quiet">Asking the bucket</Badge>}>
        {(known) => <Report report={known()} storage={props.storage} />}
      </Show>
    </>
  );
}

function Report(props: { report: CheckReport; storage: Storage }) {
  const region = () =>
    props.storage.settings.provider === 's3' ? `${props.storage.settings.region} · ` : '';
  return (
    <Show
      when={props.report.ok && props.report}
      fallback={
        <>
          <Show when={!props.report.ok && props.report.error}>
            {(error) => <StorageErrorBadge error={error()} />}
          </Show>
          <a href={`#/storages/${props.storage.id}/doctor`}>Fix…</a>
        </>
      }
    >
      {(report) => (
        <>
          <Badge tone="ok" icon={CircleCheck}>
            Can be read from this page
          </Badge>
          <span class={styles.quiet}>
            {region()}
            {report().more
              ? `${count(report().images)} images on the first page`
              : counted(report().images, 'image')}
            {`, ${seconds(report().tookMs)}`}
          </span>
        </>
      )}
    </Show>
  );
}
