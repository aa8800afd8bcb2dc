/** Which images: of this computer, a folder, a storage, or a list of addresses; and what each brings. */
import type { Dimension } from '#core/model/task.ts';
import type { Storage } from '#core/model/storage.ts';
import { Match, Switch } from 'solid-js';
import { Segmented } from '#web/ui/choice.tsx';
import type { LentFolder } from '#web/state/lent-folders.ts';
import { FolderChooser } from '#web/ui/folder-chooser.tsx';
import type { Preview } from '../create-preview.ts';
import { mediaSeen } from '../media-draft.ts';
import { Section } from '../section.tsx';
import type { Origin, TaskDraft, TaskErrors } from '../task-draft.ts';
import { ComputerFiles } from './computer-files.tsx';
import { MediaChoice } from './media-choice.tsx';
import { emptySourceDraft, errorOfSource } from './source-draft.ts';
import { SourceList } from './source-list.tsx';
import { UrlFiles } from './url-files.tsx';

interface FilesSectionProps {
  draft: TaskDraft;
  errors: TaskErrors;
  /** What the frames are. */
  dimension: Dimension;
  /** One for each source. */
  previews: readonly Preview[];
  storages: readonly Storage[];
  /** False until the storages are known. */
  known: boolean;
  onChange: (fields: Partial<TaskDraft>) => void;
  onSources: (sources: TaskDraft['sources']) => void;
  onFolder: (folder: LentFolder) => void;
}

const words: Readonly<Record<Origin, string>> = {
  computer: 'Copied onto this device',
  folder: 'Read where they lie; nothing is copied',
  storage: 'What the frames are; nothing is downloaded',
  urls: 'Read from their servers; nothing is copied',
};

export function FilesSection(props: FilesSectionProps) {
  const isFolder = (storage: Storage): boolean => storage.settings.provider === 'folder';
  const ofOrigin = () =>
    props.storages.filter((storage) => isFolder(storage) === (props.draft.origin === 'folder'));
  const errors = () => (props.errors.sources === undefined ? [] : props.draft.sources.map(errorOfSource));
  function choose(origin: Origin): void {
    const [first] = props.draft.sources;
    const storage = props.storages.find(({ id }) => id === first?.storageId);
    const stays = storage !== undefined && isFolder(storage) === (origin === 'folder');
    props.onChange({ origin, ...(stays ? {} : { sources: [emptySourceDraft] }) });
  }
  return (
    <Section title="Files" words={words[props.draft.origin]} fields="files urls sources">
      <Segmented<Origin>
        label="Where the files are"
        value={props.draft.origin}
        options={[
          { value: 'computer', label: 'Computer' },
          { value: 'folder', label: 'Folder' },
          { value: 'storage', label: 'Storage' },
          { value: 'urls', label: 'URLs' },
        ]}
        onChange={choose}
      />
      <Switch>
        <Match when={props.draft.origin === 'computer'}>
          <ComputerFiles
            files={props.draft.files}
            error={props.errors.files}
            onChange={(files) => props.onChange({ files })}
          />
        </Match>
        <Match when={props.draft.origin === 'urls'}>
          <UrlFiles
            text={props.draft.urls}
            error={props.errors.urls}
            onChange={(urls) => props.onChange({ urls })}
          />
        </Match>
        <Match when={true}>
          <FolderOf
            shown={props.draft.origin === 'folder'}
            has={ofOrigin().length > 0}
            error={props.errors.sources}
            onFolder={(folder) => props.onFolder(folder)}
          />
          <SourceList
            sources={props.draft.sources}
            previews={props.previews}
            dimension={props.dimension}
            errors={errors()}
            storages={ofOrigin()}
            known={props.known}
            onlyFolders={props.draft.origin === 'folder'}
            onChange={(sources) => props.onSources(sources)}
          />
          <MediaChoice
            seen={mediaSeen(props.previews.map((preview) => preview.counted()))}
            dimension={props.dimension}
            onChange={(dimension) => props.onChange({ dimension })}
          />
        </Match>
      </Switch>
    </Section>
  );
}

function FolderOf(props: {
  shown: boolean;
  has: boolean;
  error: string | undefined;
  onFolder: (folder: LentFolder) => void;
}) {
  return (
    <Switch>
      <Match when={props.shown}>
        <FolderChooser
          label={props.has ? 'Another folder' : 'A folder of this computer'}
          name=""
          help="It is lent to this page to read. It can also be dropped anywhere here."
          error={props.has ? undefined : props.error}
          onChoose={(folder) => props.onFolder(folder)}
        />
      </Match>
    </Switch>
  );
}
