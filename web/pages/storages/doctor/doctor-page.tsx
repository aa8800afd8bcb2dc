/** The Bucket doctor's page: left the lines as they come, right what to do about the chosen one. */
import Copy from 'lucide-solid/icons/copy';
import Info from 'lucide-solid/icons/info';
import Puzzle from 'lucide-solid/icons/puzzle';
import RotateCw from 'lucide-solid/icons/rotate-cw';
import { useNavigate, useParams } from '@solidjs/router';
import { createEffect, createMemo, createSignal, Match, on, Show, Switch } from 'solid-js';
import type { Remedy as ErrorRemedy } from '#core/errors.ts';
import type { Storage, StorageSettings } from '#core/model/storage.ts';
import type { Check } from '#core/workspace/doctor/check.ts';
import { reportText } from '#core/workspace/doctor/verdict.ts';
import { hostPowers } from '#core/workspace/host-powers.ts';
import type { Subject } from '#core/workspace/workspace.ts';
import { checkAgain, recordVerdict } from '#web/state/checks.ts';
import { createLive } from '#web/state/create-live.ts';
import { addressOf, serviceOf } from '#web/state/storage-words.ts';
import { useTitle } from '#web/state/use-title.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { copyText } from '#web/ui/copy.ts';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { moment } from '#web/ui/format.ts';
import { Icon } from '#web/ui/icon.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { EmptyState, Failing, LoadingRows } from '#web/ui/states.tsx';
import { StorageTile } from '#web/ui/storage-tile.tsx';
import { askForOrigin } from '../ask-for-origin.ts';
import { draftSubject, fixDraft } from '../attach-draft.ts';
import { AccessButton } from '../access-button.tsx';
import { AccessDialog } from '../access-dialog.tsx';
import { type WayBack, wayBack, wayBackWords } from '../way-back.ts';
import { ApplyRule } from './apply-rule.tsx';
import { CheckLines } from './check-lines.tsx';
import { createExam } from './create-exam.ts';
import styles from './doctor-page.module.css';
import { Remedy } from './remedy.tsx';

type Fix = NonNullable<ErrorRemedy['fix']>;

/** A storage by its id, or what the attach form holds. */
export function DoctorPage() {
  const params = useParams();
  const workspace = useWorkspace();
  const id = () => (params['id'] === undefined ? undefined : Number(params['id']));
  const live = createLive(id, async (known) => ({ storage: await workspace.storages.get(known) }));
  useTitle(() => 'Bucket doctor');
  return (
    <Switch fallback={<LoadingRows words="Reading the storage from this device." />}>
      <Match when={id() === undefined && draftSubject()}>
        {(draft) => <Examination subject={draft()} settings={draft().settings} />}
      </Match>
      <Match when={live.error()}>
        {(error) => (
          <Failing
            what="The storage could not be read from this device"
            error={error()}
            onRetry={live.again}
          />
        )}
      </Match>
      <Match when={live.data()?.storage}>
        {(storage) => (
          <Examination subject={{ id: storage().id }} settings={storage().settings} storage={storage()} />
        )}
      </Match>
      <Match when={id() === undefined || live.data() !== undefined}>
        <PageHead title="Doctor" crumbs={[{ title: 'Storages', href: '#/storages' }]} />
        <EmptyState
          title="There is no such storage"
          actions={
            <LinkButton size="form" href="#/storages">
              To the storages
            </LinkButton>
          }
        >
          {id() === undefined
            ? 'What was typed to attach a storage is gone. Enter it again, then run the doctor.'
            : 'It is no longer attached on this device.'}
        </EmptyState>
      </Match>
    </Switch>
  );
}

interface ExaminationProps {
  subject: Subject;
  settings: StorageSettings;
  storage?: Storage;
}

function Examination(props: ExaminationProps) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const exam = createExam(
    () => props.subject,
    (verdict) => props.storage && recordVerdict(props.storage.id, verdict),
  );
  const [renewing, setRenewing] = createSignal<WayBack>();
  const wayOf = (check: Check): WayBack => wayBack(props.settings, check.code ?? '') ?? 'keys';
  // Runs when it opens, and again when the settings were changed by a fix.
  const settingsText = createMemo(() => JSON.stringify(props.settings));
  createEffect(on(settingsText, () => void exam.run()));

  const crumbs = () => [
    { title: 'Storages', href: '#/storages' },
    props.storage
      ? { title: props.storage.name, href: '#/storages' }
      : { title: 'Attach a storage', href: '#/storages/attach' },
  ];
  const facts = () => {
    const key = props.storage?.keyHint ? `, key …${props.storage.keyHint}` : '';
    const at = exam.endedAt();
    const { passed, of } = exam.verdict();
    const when = exam.running() || at === undefined ? '' : `checked ${moment(at, Date.now())}, `;
    return `${serviceOf(props.settings)}${key} · ${when}${passed} of ${of} passed`;
  };

  /** Runs in the click itself up to the first await: the browser asks for a host only then. */
  async function runAgain(): Promise<void> {
    await askForOrigin(props.settings);
    if (props.storage) void checkAgain(workspace, props.storage.id);
    await exam.run();
  }
  async function fix({ field, value }: Fix): Promise<void> {
    if (!props.storage) {
      fixDraft(field, value);
      return;
    }
    const { settings, id } = props.storage;
    const change = settings.provider === 's3' ? { ...settings, [field]: value } : settings;
    await workspace.storages.update(id, { settings: change });
  }
  function copyReport(): void {
    const about = { address: addressOf(props.settings), origin: location.origin, at: new Date() };
    copyText(reportText(exam.checks(), about), 'the report');
  }

  return (
    <>
      <PageHead title="Doctor" crumbs={crumbs()}>
        <Button kind="ghost" icon={Copy} onClick={copyReport}>
          Copy report
        </Button>
        <Button icon={RotateCw} busy={exam.running()} onClick={() => void runAgain()}>
          Run again
        </Button>
      </PageHead>
      <div class={styles.body}>
        <div class={styles.lines}>
          <div class={styles.verdict}>
            <StorageTile settings={props.settings} />
            <div class={styles.words}>
              <h2 class={styles.headline}>{exam.verdict().words}</h2>
              {/* Read out once, not with every line. */}
              <p role="status" class="visually-hidden">
                {exam.running() ? '' : exam.verdict().words}
              </p>
              <p class={styles.facts}>
                <span class={styles.address}>{addressOf(props.settings)}</span>
                {` · ${facts()}`}
              </p>
            </div>
          </div>
          <Show when={exam.failure()}>
            {(error) => (
              <ErrorNotice
                error={error()}
                actions={
                  <AccessButton storage={props.storage} error={error()} onDone={() => void exam.run()} />
                }
              />
            )}
          </Show>
          <CheckLines checks={exam.checks()} chosen={exam.chosen()?.id} onChoose={exam.pick} />
          <p class={styles.promise}>
            <Icon of={Info} size={14} />
            {exam.checks().some(({ id }) => id === 'write')
              ? 'The doctor reads one object and writes one of 81 bytes, which it removes. It changes nothing else.'
              : 'The doctor reads one object. It changes nothing.'}
          </p>
        </div>
        <section class={styles.remedy} aria-label="Remedy">
          <Show
            when={exam.chosen()}
            fallback={
              <p class={styles.hint}>
                {exam.running()
                  ? 'What is wrong is shown here as soon as it is found.'
                  : 'Choose a line to see what it needs.'}
              </p>
            }
          >
            {(check) => (
              <Remedy
                check={check()}
                onFix={(known) => void fix(known)}
                newKeysWords={wayBackWords[wayOf(check())]}
                onNewKeys={() => (props.storage ? setRenewing(wayOf(check())) : navigate('/storages/attach'))}
                apply={
                  <ApplyRule
                    subject={props.subject}
                    settings={props.settings}
                    whyNot={exam.whyNot()}
                    onApplied={() => void runAgain()}
                  />
                }
                around={<Around onAllow={() => void runAgain()} />}
              />
            )}
          </Show>
        </section>
      </div>
      <Show when={renewing()}>
        {(way) => (
          <Show when={props.storage}>
            {(storage) => (
              <AccessDialog
                storage={storage()}
                way={way()}
                onClose={() => {
                  setRenewing(undefined);
                  void exam.run();
                }}
              />
            )}
          </Show>
        )}
      </Show>
    </>
  );
}

/** What helps without a change of the bucket. */
function Around(props: { onAllow: () => void }) {
  return (
    <div class={styles.around}>
      <h3 class={styles.aroundTitle}>Or without touching the bucket</h3>
      <Show
        when={hostPowers().kind === 'extension'}
        fallback={<p>The browser extension needs no rule. It asks for this one address only.</p>}
      >
        <p>The extension needs no rule once it is allowed this address.</p>
        <Button size="form" icon={Puzzle} onClick={() => props.onAllow()}>
          Allow this address…
        </Button>
      </Show>
    </div>
  );
}
