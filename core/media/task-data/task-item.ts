/** One task as it stands in a task file (Label Studio's shape). */
import * as v from 'valibot';

export type JsonObject = Readonly<Record<string, unknown>>;

export interface TaskItem {
  /** From 0, among the tasks of its file. */
  readonly row: number;
  readonly data: JsonObject;
  readonly meta?: JsonObject;
  /** Each has a list `result`. */
  readonly annotations: readonly JsonObject[];
  readonly predictions: readonly JsonObject[];
  /** All that stood in the file. */
  readonly whole: JsonObject;
}

/** A task that cannot be used, and why, in a sentence. */
export interface TaskFault {
  readonly row: number;
  readonly error: string;
}

export interface TaskItemLimits {
  /** Lists and objects within each other. */
  readonly maxDepth: number;
}

const objectSchema = v.record(v.string(), v.unknown());
const withResultSchema = v.looseObject({ result: v.array(objectSchema) });

/** A list is a record to the schema, but no object to a person. */
export function isJsonObject(value: unknown): value is JsonObject {
  return !Array.isArray(value) && v.is(objectSchema, value);
}

/** Takes a parsed value apart. Without `data`, all of it is the data. */
export function toTaskItem(row: number, whole: unknown, { maxDepth }: TaskItemLimits): TaskItem | TaskFault {
  const fault = (error: string): TaskFault => ({ row, error });
  if (!isJsonObject(whole)) return fault(`A task is an object, as {"image": "…"}; this is ${kindOf(whole)}.`);
  if (isDeeper(whole, maxDepth)) return fault(`Its lists and objects are more than ${maxDepth} deep.`);
  if (!Object.hasOwn(whole, 'data')) {
    const named = ['annotations', 'predictions'].find((name) => Object.hasOwn(whole, name));
    if (named === undefined) return { row, data: whole, annotations: [], predictions: [], whole };
    return fault(`It has "${named}" but no "data". Put what is to be annotated into "data".`);
  }
  const { data, meta, annotations = null, predictions = null } = whole;
  if (!isJsonObject(data)) {
    return fault(`"data" is an object, as {"image": "…"}; here it is ${kindOf(data)}.`);
  }
  const wrong = faultOf('annotations', annotations) ?? faultOf('predictions', predictions);
  if (wrong !== undefined) return fault(wrong);
  return {
    row,
    data,
    ...(isJsonObject(meta) ? { meta } : {}),
    annotations: listOf(annotations),
    predictions: listOf(predictions),
    whole,
  };
}

function faultOf(name: string, value: unknown): string | undefined {
  if (value === null) return undefined;
  if (!Array.isArray(value)) return `"${name}" is a list; here it is ${kindOf(value)}.`;
  const index = value.findIndex((each) => !v.is(withResultSchema, each));
  return index < 0 ? undefined : `${name}[${index}] has no list "result" of objects.`;
}

function listOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'an object';
  return `a ${typeof value}`;
}

/** Level by level, as what comes from outside may be deeper than calls can go. */
function isDeeper(value: unknown, most: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    const inner = level.filter((each) => typeof each === 'object' && each !== null);
    if (inner.length > 0 && depth >= most) return true;
    level = inner.flatMap((each): unknown[] => Object.values(each));
  }
  return false;
}
