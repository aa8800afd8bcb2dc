/** What kind of frames a task has: seen from what lies in its sources, and chosen where both kinds lie there. No screen in here. */
import { judgeMedia, type MediaVerdict } from '#core/media/judge-media.ts';
import type { Dimension } from '#core/model/task.ts';
import { parseUrlList } from '#core/storage/urls/parse.ts';
import type { SourcePreview } from '#core/workspace/preview-source.ts';
import { counted } from '#web/ui/format.ts';
import { judgeLocal } from './files/local-items.ts';
import type { TaskDraft } from './task-draft.ts';

/** What the sources hold together. */
export interface MediaSeen {
  readonly images: number;
  readonly clouds: number;
  /** Images beside point clouds that belong to none. */
  readonly stray: number;
  /** Sources of nothing but images, and of nothing but point clouds. */
  readonly onlyImages: number;
  readonly onlyClouds: number;
}

/** There is no canvas for them, which one is told before the work is made. */
export const noCloudEditor = 'There is no editor for point clouds yet: the task can be made, not opened.';

/** Sources that are not listed yet say nothing. */
export function mediaSeen(previews: readonly (SourcePreview | undefined)[]): MediaSeen {
  const seen = { images: 0, clouds: 0, stray: 0, onlyImages: 0, onlyClouds: 0 };
  for (const preview of previews) {
    const clouds = preview?.clouds;
    const images = preview?.frames ?? 0;
    seen.images += images;
    seen.clouds += clouds?.frames ?? 0;
    seen.stray += clouds ? clouds.stray : images;
    if (clouds && clouds.stray === 0) seen.onlyClouds++;
    else if (!clouds && images > 0) seen.onlyImages++;
  }
  return seen;
}

/** Point clouds, where most of what lies there are such or belongs to them. */
export function proposedDimension({ clouds, stray }: MediaSeen): Dimension {
  return clouds > 0 && clouds >= stray ? '3d' : '2d';
}

/** True where a task of either kind could be made. */
export function isMixed({ clouds, stray }: MediaSeen): boolean {
  return clouds > 0 && stray > 0;
}

/** Why the sources cannot be one task; undefined where they can. */
export function mixError({ onlyImages, onlyClouds }: MediaSeen): string | undefined {
  if (onlyImages === 0 || onlyClouds === 0) return undefined;
  return 'One source holds images, another point clouds: 2D and 3D never mix. Make a task of each.';
}

/** "12 point clouds and 40 images lie here …" */
export function mixWords({ clouds, stray }: MediaSeen, dimension: Dimension): string {
  const both = `${counted(clouds, 'point cloud')} and ${counted(stray, 'image')} that ${stray === 1 ? 'belongs' : 'belong'} to none of them lie here. 2D and 3D never mix in a task.`;
  return dimension === '3d'
    ? `${both} The images are left out: they do not lie in one of the four layouts.`
    : `${both} The point clouds are left out.`;
}

/** Of addresses; only their paths tell what they are. */
export function judgeUrls(text: string): MediaVerdict {
  return judgeMedia(parseUrlList(text).urls);
}

/** `previews` are those of its sources, as far as they are known. */
export function dimensionOf(
  draft: Pick<TaskDraft, 'origin' | 'files' | 'urls' | 'dimension'>,
  previews: readonly (SourcePreview | undefined)[],
): Dimension {
  switch (draft.origin) {
    case 'computer':
      return dimensionIn(judgeLocal(draft.files));
    case 'urls':
      return dimensionIn(judgeUrls(draft.urls));
    case 'folder':
    case 'storage':
      return draft.dimension ?? proposedDimension(mediaSeen(previews));
  }
}

function dimensionIn(verdict: MediaVerdict): Dimension {
  return verdict.ok ? verdict.dimension : '2d';
}

/** What a source brings to a task of that kind. */
export function framesSeen(
  preview: SourcePreview,
  dimension: Dimension,
): Pick<SourcePreview, 'frames' | 'bytes' | 'firstKeys' | 'contextImages'> {
  if (dimension === '2d') return preview;
  return preview.clouds ?? { frames: 0, bytes: 0, firstKeys: [] };
}
