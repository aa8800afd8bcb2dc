/** How frames are put in order and cut, as it is typed, and what it means. No screen in here. */
import { maxJobs, segments } from '#core/model/segments.ts';
import type { Sorting, TaskCut } from '#core/model/task.ts';
import { count, counted } from '#web/ui/format.ts';

/** All as typed but the sorting. */
export interface CutDraft {
  readonly sorting: Sorting;
  readonly seed: string;
  readonly start: string;
  /** Empty for the last. */
  readonly stop: string;
  readonly step: string;
  /** Empty for one job. */
  readonly segmentSize: string;
  readonly overlap: string;
  /** Names of the frames of each job; empty for cutting by size. */
  readonly jobFiles: string;
  readonly replicas: string;
  /** Frames of the ground truth job; empty for none. */
  readonly groundTruth: string;
  readonly groundTruthSeed: string;
}

export const emptyCutDraft: CutDraft = {
  sorting: 'natural',
  seed: '0',
  start: '0',
  stop: '',
  step: '1',
  segmentSize: '240',
  overlap: '0',
  jobFiles: '',
  replicas: '0',
  groundTruth: '',
  groundTruthSeed: '0',
};

export type CutErrors = Partial<Record<keyof CutDraft, string>>;

/** CVAT's limit. */
const mostReplicas = 10;

export function errorsOfCut(draft: CutDraft): CutErrors {
  const errors: CutErrors = {};
  const size = wholeNumber(draft.segmentSize);
  const overlap = wholeNumber(draft.overlap);
  if (size === undefined) errors.segmentSize = 'A whole number; empty for one job.';
  if (overlap === undefined) errors.overlap = 'A whole number, 0 for none.';
  else if (size !== undefined && size > 0 && overlap > Math.floor(size / 2)) {
    errors.overlap = `At most ${count(Math.floor(size / 2))}, half of a job.`;
  }
  const start = wholeNumber(draft.start);
  const stop = wholeNumber(draft.stop);
  if (start === undefined) errors.start = 'A whole number, 0 for the first.';
  if (stop === undefined) errors.stop = 'A whole number; empty for the last.';
  else if (draft.stop.trim() !== '' && start !== undefined && stop < start)
    errors.stop = `At least ${count(start)}, where it starts.`;
  if (!((wholeNumber(draft.step) ?? 0) >= 1)) errors.step = 'A whole number from 1.';
  const replicas = wholeNumber(draft.replicas);
  if (replicas === undefined || replicas === 1 || replicas > mostReplicas)
    errors.replicas = `0 for none, or 2 to ${mostReplicas}.`;
  if (wholeNumber(draft.groundTruth) === undefined)
    errors.groundTruth = 'A whole number of frames; empty for none.';
  if (wholeNumber(draft.groundTruthSeed) === undefined) errors.groundTruthSeed = 'A whole number.';
  if (wholeNumber(draft.seed) === undefined) errors.seed = 'A whole number.';
  const jobs = parseJobFiles(draft.jobFiles);
  if (!jobs.ok) errors.jobFiles = jobs.why;
  return errors;
}

/** What is chosen; call it once nothing is wrong. */
export function cutOf(draft: CutDraft): TaskCut {
  const jobs = parseJobFiles(draft.jobFiles);
  const frames = wholeNumber(draft.groundTruth) ?? 0;
  return {
    sorting: draft.sorting,
    seed: wholeNumber(draft.seed) ?? 0,
    range: {
      start: wholeNumber(draft.start) ?? 0,
      stop: draft.stop.trim() === '' ? undefined : wholeNumber(draft.stop),
      step: Math.max(1, wholeNumber(draft.step) ?? 1),
    },
    segmentSize: wholeNumber(draft.segmentSize) ?? 0,
    overlap: wholeNumber(draft.overlap) ?? 0,
    replicas: wholeNumber(draft.replicas) ?? 0,
    ...(jobs.ok && jobs.jobs.length > 0 ? { jobFiles: jobs.jobs } : {}),
    ...(frames > 0 ? { groundTruth: { frames, seed: wholeNumber(draft.groundTruthSeed) ?? 0 } } : {}),
  };
}

/** How many of `found` objects become frames. */
export function framesOf(
  found: number,
  draft: Pick<CutDraft, 'start' | 'stop' | 'step' | 'jobFiles'>,
): number {
  const jobs = parseJobFiles(draft.jobFiles);
  if (jobs.ok && jobs.jobs.length > 0) return jobs.jobs.reduce((sum, names) => sum + names.length, 0);
  const start = wholeNumber(draft.start) ?? 0;
  const last =
    draft.stop.trim() === '' ? found - 1 : Math.min(found - 1, wholeNumber(draft.stop) ?? found - 1);
  const step = Math.max(1, wholeNumber(draft.step) ?? 1);
  return last < start ? 0 : Math.floor((last - start) / step) + 1;
}

/** How many jobs so many found objects make: ordinary ones, replicas, ground truth. */
export function jobsOf(found: number, draft: CutDraft): number {
  const { replicas, jobFiles, groundTruth } = cutOf(draft);
  const ordinary = jobFiles?.length ?? segments({ size: framesOf(found, draft), ...sizes(draft) }).length;
  return ordinary * (1 + replicas) + (groundTruth ? 1 : 0);
}

function sizes(draft: Pick<CutDraft, 'segmentSize' | 'overlap'>): { segmentSize: number; overlap: number } {
  return { segmentSize: wholeNumber(draft.segmentSize) ?? 0, overlap: wholeNumber(draft.overlap) ?? 0 };
}

/** "76 jobs: 75 of 240 frames, the last of 204." */
export function jobsSentence(size: number, draft: Pick<CutDraft, 'segmentSize' | 'overlap'>): string {
  const cut = segments({ size, ...sizes(draft) });
  const first = cut[0];
  const last = cut.at(-1);
  if (!first || !last) return 'No job yet: no image is chosen.';
  const full = first.stopFrame - first.startFrame + 1;
  const rest = last.stopFrame - last.startFrame + 1;
  if (cut.length > maxJobs) {
    return `That would be ${count(cut.length)} jobs; a task holds ${count(maxJobs)}. Take more frames in a job.`;
  }
  if (cut.length === 1) return `1 job of ${counted(full, 'frame')}.`;
  if (full === rest) return `${count(cut.length)} jobs of ${count(full)} frames.`;
  return `${count(cut.length)} jobs: ${count(cut.length - 1)} of ${count(full)} frames, the last of ${count(rest)}.`;
}

/** The same with everything that changes it said: range, replicas, ground truth, an own list. */
export function cutSentence(found: number, draft: CutDraft): string {
  const { range, replicas, jobFiles, groundTruth } = cutOf(draft);
  const frames = framesOf(found, draft);
  const isPart = range.start > 0 || range.stop !== undefined || range.step > 1;
  const parts = [
    jobFiles
      ? `${counted(jobFiles.length, 'job')} by your list, ${counted(frames, 'frame')} in all.`
      : jobsSentence(frames, draft),
  ];
  if (!jobFiles && isPart && frames > 0)
    parts.push(`${count(frames)} of ${counted(found, 'frame')} are taken.`);
  if (replicas > 0) parts.push(`Each job ${count(replicas)} times more, for other people.`);
  if (groundTruth)
    parts.push(`One more job of ${counted(groundTruth.frames, 'frame')} drawn by chance is ground truth.`);
  return parts.join(' ');
}

/** A whole number of up to seven digits; 0 for nothing. */
export function wholeNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  return /^\d{1,7}$/.test(trimmed) ? Number(trimmed) : undefined;
}

type JobFiles =
  | { readonly ok: true; readonly jobs: readonly (readonly string[])[] }
  | { readonly ok: false; readonly why: string };

/** One job a line, names with commas or tabs between them; or JSON, a list of lists. */
export function parseJobFiles(text: string): JobFiles {
  if (text.trim() === '') return { ok: true, jobs: [] };
  const jobs = text.trim().startsWith('[') ? fromJson(text) : fromLines(text);
  if (jobs === undefined)
    return { ok: false, why: 'As JSON it is a list of lists of names: [["1.jpg", "2.jpg"], ["3.jpg"]].' };
  if (jobs.length === 0 || jobs.some((names) => names.length === 0))
    return { ok: false, why: 'A job has no names.' };
  if (jobs.length > maxJobs) return { ok: false, why: `A task holds ${count(maxJobs)} jobs.` };
  const seen = new Set<string>();
  for (const name of jobs.flat()) {
    if (seen.has(name)) return { ok: false, why: `“${name}” is named twice.` };
    seen.add(name);
  }
  return { ok: true, jobs };
}

function fromLines(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) =>
      line
        .split(/[,\t]/)
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    );
}

function fromJson(text: string): string[][] | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(data)) return undefined;
  const jobs = data.map((names: unknown) =>
    Array.isArray(names) ? names.filter((name) => typeof name === 'string') : undefined,
  );
  const whole = jobs.filter((names, index) => {
    const raw: unknown = data[index];
    return names !== undefined && Array.isArray(raw) && raw.length === names.length;
  });
  return whole.length === data.length ? whole.map((names) => names ?? []) : undefined;
}
