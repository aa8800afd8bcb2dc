/** Files of this computer on their way into a task: archives opened, each with what it takes to read it. */
import { judgeMedia, type MediaVerdict, type Refused } from '#core/media/judge-media.ts';
import { toErrorReport } from '#core/errors.ts';
import type { AddedFile } from '#core/workspace/add-files.ts';

export interface LocalItem {
  /** With the folders it lay in. */
  readonly key: string;
  readonly size: number;
  readonly open: () => Promise<File>;
}

export interface LocalFiles {
  readonly items: readonly LocalItem[];
  /** What archives held that is not taken, and archives that are none. */
  readonly refused: readonly Refused[];
}

export const noLocalFiles: LocalFiles = { items: [], refused: [] };

/** Adds files to those that are there. What has the same name is replaced by what came later. */
export async function addLocalFiles(before: LocalFiles, files: readonly AddedFile[]): Promise<LocalFiles> {
  const items = new Map(before.items.map((item) => [item.key, item]));
  const refused = [...before.refused];
  for (const { key, file } of files) {
    if (key.toLowerCase().endsWith('.zip')) {
      const opened = await openArchive(key, file);
      for (const item of opened.items) items.set(item.key, item);
      refused.push(...opened.refused);
    } else items.set(key, { key, size: file.size, open: async () => file });
  }
  return { items: [...items.values()], refused };
}

async function openArchive(key: string, file: File): Promise<LocalFiles> {
  const { readZip } = await import('#core/media/archive/read-zip.ts');
  try {
    const { files, refused } = await readZip(file, file.name);
    return {
      items: files.map(({ path, size, open }) => ({
        key: path,
        size,
        open: async () => new File([await open()], path.split('/').at(-1) ?? path),
      })),
      refused: refused.map(({ path, why }) => ({ key: `${key}/${path}`, why })),
    };
  } catch (error) {
    return { items: [], refused: [{ key, why: toErrorReport(error).message }] };
  }
}

export function judgeLocal({ items }: LocalFiles): MediaVerdict {
  return judgeMedia(items.map(({ key }) => key));
}

/** What folder all of them lie in, without its slash; empty where they do not share one. */
export function sharedFolder(keys: readonly string[]): string {
  const [first = ''] = keys;
  const folder = first.slice(0, first.indexOf('/') + 1);
  return folder !== '' && keys.every((key) => key.startsWith(folder)) ? folder.slice(0, -1) : '';
}
