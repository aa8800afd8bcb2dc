/** What a task can be made with: CVAT's rules, said as a person may mend them. */
import { InvalidDataError } from '../errors.ts';
import { isBugTracker } from '../model/bug-tracker.ts';
import type { TaskCut } from '../model/task.ts';
import type { CreateTaskInput } from './workspace.ts';

const longestName = 256;
const longestSubset = 64;
/** CVAT's interface takes so many. */
const mostReplicas = 10;

/** Throws for no address that begins with https:// or http://; an empty one is none. */
export function checkBugTracker(address = ''): void {
  if (isBugTracker(address)) return;
  throw new InvalidDataError('The bug tracker is a web address.', {
    where: 'bugTracker',
    remedy: { text: 'It begins with https:// or http://.' },
  });
}

/** Throws `InvalidDataError`, its `where` the field, for what a form should have caught. */
export function checkTask(input: CreateTaskInput): void {
  const { name, subset = '', bugTracker } = input;
  if (name.trim().length > longestName) refuse('name', `A name has ${longestName} characters at the most.`);
  if (subset.length > longestSubset)
    refuse('subset', `A subset has ${longestSubset} characters at the most.`);
  checkBugTracker(bugTracker);
  checkCut(input);
  checkJobFiles(input);
  const { groundTruth, dimension } = input;
  if (!groundTruth) return;
  if (!isWhole(groundTruth.frames, 1)) refuse('groundTruth', 'Ground truth has at least one frame.');
  if (dimension === '3d') refuse('groundTruth', 'Ground truth is of images only.');
}

/** Throws for how frames cannot be cut into jobs. */
export function checkCut({ segmentSize = 0, overlap = 0, replicas = 0, range }: Partial<TaskCut>): void {
  if (!isWhole(segmentSize, 0)) refuse('segmentSize', 'Frames in a job are a whole number.');
  if (!isWhole(overlap, 0)) refuse('overlap', 'The overlap is a whole number.');
  if (segmentSize > 0 && overlap >= segmentSize)
    refuse('overlap', 'The overlap is smaller than a job: jobs would never end.');
  if (!isWhole(replicas, 0) || replicas === 1 || replicas > mostReplicas)
    refuse('replicas', `Replicas are none, or 2 to ${mostReplicas}: one has nothing to agree with.`);
  if (!range) return;
  const { start, stop, step } = range;
  if (!isWhole(start, 0)) refuse('start', 'The first frame is 0 or a whole number above.');
  if (!isWhole(step, 1)) refuse('step', 'The step is 1 or a whole number above.');
  if (stop !== undefined && !isWhole(stop, start))
    refuse('stop', 'The last frame does not come before the first.');
}

function checkJobFiles({ jobFiles }: CreateTaskInput): void {
  if (!jobFiles) return;
  if (jobFiles.length === 0 || jobFiles.some((names) => names.length === 0))
    refuse('jobFiles', 'Each job has at least one file.');
}

function isWhole(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}

function refuse(where: string, message: string): never {
  throw new InvalidDataError(message, { where });
}
