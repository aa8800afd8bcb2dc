/** Reads CVAT's `manifest.jsonl`, of any length, a few mebibytes at a time. */
import * as v from 'valibot';
import { InvalidDataError } from '../../errors.ts';
import { readLines, type Line } from '../read-lines.ts';
import type { SourceFile } from '../source-file.ts';
import { isJsonObject } from '../task-data/task-item.ts';
import type { ManifestImage } from './entry.ts';

export type ManifestRow =
  | {
      /** From 0, frames outside counted. */
      readonly index: number;
      readonly image: ManifestImage;
      /** Index of the first image of this name, where this is not the first. Both are kept. */
      readonly duplicateOf?: number;
    }
  /** A frame that start, stop and step left out: `{}`. */
  | { readonly index: number; readonly outside: true }
  | { readonly index: number; readonly error: string };

interface ImageManifest {
  readonly type: 'images';
  readonly version: Version;
  /** Once; each batch is what was read at a time. */
  readonly rows: AsyncGenerator<ManifestRow[]>;
}

export interface VideoManifest {
  readonly type: 'video';
  readonly version: Version;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Frames. */
  readonly length: number;
  /** `pts` in the stream's own time base. */
  readonly keyframes: readonly {
    readonly number: number;
    readonly pts: number;
    readonly checksum?: string;
  }[];
  /** Why no frames can be taken from it yet, in a sentence. */
  readonly unusable: string;
}

type Version = '1.0' | '1.1';

const versionSchema = v.object({ version: v.picklist(['1.0', '1.1']) });
const typeSchema = v.object({ type: v.picklist(['images', 'video']) });
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const propertiesSchema = v.object({
  properties: v.object({ name: v.string(), resolution: v.tuple([count, count]), length: count }),
});
const keyframeSchema = v.object({
  number: count,
  pts: v.pipe(v.number(), v.integer()),
  checksum: v.exactOptional(v.string()),
});
const imageSchema = v.object({
  name: v.pipe(v.string(), v.minLength(1)),
  extension: v.nullish(v.string(), ''),
  width: v.nullish(count),
  height: v.nullish(count),
  meta: v.nullish(v.record(v.string(), v.unknown())),
  checksum: v.nullish(v.string()),
});

interface Parsed {
  readonly number: number;
  readonly value: unknown;
}

/**
 * Reads the head. Rows that are wrong are errors in their place; blank lines are passed over.
 * @throws InvalidDataError with the line, where the head says no version or type that we know
 */
export async function readManifest(
  file: SourceFile,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<ImageManifest | VideoManifest> {
  const lines = parsedLines(file, signal);
  const head = async <T extends v.GenericSchema>(schema: T, what: string): Promise<v.InferOutput<T>> => {
    const line = await lines.next();
    const read = v.safeParse(schema, line.done ? undefined : line.value.value);
    if (read.success) return read.output;
    const where = line.done ? 'the end' : `line ${line.value.number}`;
    throw new InvalidDataError(
      `"${file.key}" is no manifest that is known: at ${where} there should be ${what}.`,
      {
        where,
        remedy: { text: 'Make it again with CVAT, or with Bucketmark.' },
      },
    );
  };
  const { version } = await head(versionSchema, '{"version":"1.1"} or {"version":"1.0"}');
  const { type } = await head(typeSchema, '{"type":"images"} or {"type":"video"}');
  if (type === 'images') return { type, version, rows: imageRows(lines) };
  const { properties } = await head(propertiesSchema, '{"properties":{"name":…,"resolution":…,"length":…}}');
  const keyframes: v.InferOutput<typeof keyframeSchema>[] = [];
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    const keyframe = v.safeParse(keyframeSchema, line.value.value);
    if (keyframe.success) keyframes.push(keyframe.output);
  }
  const [width, height] = properties.resolution;
  const unusable = `"${file.key}" is of the video "${properties.name}". Frames of videos cannot be taken yet.`;
  return {
    type,
    version,
    name: properties.name,
    width,
    height,
    length: properties.length,
    keyframes,
    unusable,
  };
}

/** One at a time for the head, then the rows; `value` is undefined where a line is no JSON. */
async function* parsedLines(
  file: SourceFile,
  signal: AbortSignal | undefined,
): AsyncGenerator<Parsed, undefined> {
  for await (const lines of readLines(file, { signal })) yield* lines.flatMap(parseLine);
}

function parseLine({ number, text }: Line): Parsed[] {
  if (text?.trim() === '') return [];
  try {
    return [{ number, value: JSON.parse(text ?? '') }];
  } catch {
    return [{ number, value: undefined }];
  }
}

const batchSize = 1000;

async function* imageRows(lines: AsyncGenerator<Parsed, undefined>): AsyncGenerator<ManifestRow[]> {
  const firstOf = new Map<string, number>();
  let rows: ManifestRow[] = [];
  let index = 0;
  for await (const line of lines) {
    rows.push(toRow(index++, line, firstOf));
    if (rows.length < batchSize) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

function toRow(index: number, { number, value }: Parsed, firstOf: Map<string, number>): ManifestRow {
  // To the schema a list is an object as well.
  const object = isJsonObject(value) ? value : undefined;
  if (object && Object.keys(object).length === 0) return { index, outside: true };
  const read = v.safeParse(imageSchema, object);
  if (!read.success) {
    const field = v.getDotPath(read.issues[0]);
    const what = field === null ? 'is no JSON object' : `has no proper "${field}"`;
    return { index, error: `Line ${number} ${what}.` };
  }
  const { name, extension, width, height, meta, checksum } = read.output;
  const image: ManifestImage = {
    name,
    extension,
    ...(typeof width === 'number' ? { width } : {}),
    ...(typeof height === 'number' ? { height } : {}),
    ...(meta ? { meta } : {}),
    ...(typeof checksum === 'string' ? { checksum } : {}),
  };
  const duplicateOf = firstOf.get(name + extension);
  if (duplicateOf !== undefined) return { index, image, duplicateOf };
  firstOf.set(name + extension, index);
  return { index, image };
}
