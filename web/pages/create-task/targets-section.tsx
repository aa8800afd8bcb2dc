/** Where annotations go, and what a target said that would not be written to. */
import { Show } from 'solid-js';
import { AccessButton } from '#web/pages/storages/access-button.tsx';
import { TargetsList } from '#web/pages/targets/targets-list.tsx';
import { Button } from '#web/ui/button.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import type { CreateForm } from './create-form.ts';
import { Section } from './section.tsx';

export function TargetsSection(props: { form: CreateForm; onWithout: () => void }) {
  return (
    <Section title="Storages" words="Where annotations go" fields="targets">
      <TargetsList
        targets={props.form.draft().targets}
        taskName={props.form.draft().name || props.form.proposed()}
        example={props.form.counted()?.firstKeys[0] ?? 'folder/image.jpg'}
        storages={props.form.storages()}
        onChange={(targets) => props.form.change({ targets })}
      />
      <Show when={props.form.refusal()}>
        {(error) => (
          <div ref={(element) => queueMicrotask(() => element.scrollIntoView({ block: 'nearest' }))}>
            <ErrorNotice
              error={error()}
              actions={
                <>
                  <AccessButton
                    storage={error().storage}
                    error={error()}
                    onDone={() => props.form.setRefusal(undefined)}
                  />
                  <Button
                    onClick={() => {
                      props.form.change({ targets: [] });
                      props.onWithout();
                    }}
                  >
                    Create without a target
                  </Button>
                </>
              }
            />
          </div>
        )}
      </Show>
    </Section>
  );
}
