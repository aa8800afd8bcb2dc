/**
 * The file that a target holds for each annotated frame. It is a Label Studio task with one annotation, so that
 * Label Studio and what reads it can take it, and beside that it holds everything of ours, by names instead of
 * numbers, so that it reads back without loss. See README.md.
 */
import * as v from 'valibot';

export const frameFileFormat = 'frame 1';

const shapeSchema = v.object({
  id: v.pipe(v.number(), v.integer()),
  kind: v.literal('rectangle'),
  label: v.string(),
  points: v.tuple([v.number(), v.number(), v.number(), v.number()]),
  occluded: v.boolean(),
  locked: v.boolean(),
  hidden: v.boolean(),
  zOrder: v.number(),
  source: v.picklist(['manual', 'auto', 'semi-auto', 'file', 'consensus']),
  attributes: v.record(v.string(), v.string()),
  updatedAt: v.number(),
});

export type FileShape = v.InferOutput<typeof shapeSchema>;

/** Our own part; what Label Studio reads beside it follows from this. */
const ownPartSchema = v.object({
  format: v.literal(frameFileFormat),
  task: v.object({ uid: v.string(), name: v.string() }),
  frame: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The frame's object. */
  object: v.string(),
  width: v.optional(v.number()),
  height: v.optional(v.number()),
  shapes: v.array(shapeSchema),
});

export type OwnPart = v.InferOutput<typeof ownPartSchema>;

export const frameFileSchema = v.looseObject({ bucketmark: ownPartSchema });
