/** What a tab asks its lists worker, and what it is told. */
import * as v from 'valibot';
import type { ListAnswers } from '../workspace/door/lists.ts';

type Asked = Omit<ListAnswers, 'onChange'>;

/** A call of one of the functions that answer. */
export type ListsQuestion = {
  readonly [Name in keyof Asked]: {
    readonly id: number;
    readonly kind: Name;
    readonly input: Parameters<Asked[Name]>;
  };
}[keyof Asked];

export type ListsMessage =
  /** Said once, first. */
  { readonly kind: 'begin'; readonly databaseName: string } | ListsQuestion;

const answerSchema = v.object({
  total: v.number(),
  matching: v.number(),
  ids: v.array(v.number()),
  page: v.number(),
  progress: v.array(
    v.object({
      jobs: v.number(),
      completed: v.number(),
      validation: v.number(),
      annotation: v.number(),
      frames: v.number(),
      annotatedFrames: v.number(),
    }),
  ),
});

/** Each answer as it comes over, by the question. */
export const answerSchemas = {
  ask: answerSchema,
  all: v.instance(Int32Array),
  counts: v.array(v.number()),
  values: v.array(v.string()),
};

export const reportSchema = v.variant('kind', [
  v.object({ kind: v.literal('changed') }),
  v.object({ kind: v.literal('answer'), id: v.number(), value: v.unknown() }),
  v.object({ kind: v.literal('failure'), id: v.number(), message: v.string() }),
]);
export type ListsReport = v.InferOutput<typeof reportSchema>;
