/** Makes the sample on this device and opens its first job: one click to a picture. */
import Play from 'lucide-solid/icons/play';
import { useNavigate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import { toErrorReport } from '#core/errors.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';

export function TrySample(props: { kind?: 'default' | 'ghost'; size?: 'address' | 'form' }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [making, setMaking] = createSignal<string>();

  async function open(): Promise<void> {
    setMaking('Opening the sample');
    try {
      const jobId = await workspace.tasks.trySample((done, total) => {
        setMaking(`Making image ${done} of ${total}`);
      });
      navigate(`/jobs/${jobId}`);
    } catch (error) {
      const report = toErrorReport(error);
      showToast({
        tone: 'bad',
        title: 'The sample could not be made',
        text: [report.message, report.remedy?.text].filter(Boolean).join(' '),
        action: { title: 'Try again', run: () => void open() },
      });
    } finally {
      setMaking(undefined);
    }
  }

  return (
    <Button
      kind={props.kind ?? 'default'}
      size={props.size ?? 'address'}
      icon={Play}
      busy={making() !== undefined}
      onClick={() => void open()}
    >
      <span aria-live="polite">{making() ?? 'Try the sample'}</span>
    </Button>
  );
}
