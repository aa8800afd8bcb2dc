/** Reads labels as CVAT's raw JSON, with the line of everything that is wrong. */
import * as v from 'valibot';
import { toErrorReport } from '../../errors.ts';
import { attributeProblems } from '../../model/attribute-rules.ts';
import type { Label } from '../../model/label.ts';
import { lineAndColumn, parseLocatedJson } from '../../util/located-json.ts';
import { type DrawnSkeleton, parseSkeletonSvg } from '../skeleton-svg/parse.ts';
import { buildLabels } from './build.ts';
import { defaultOf, type RawAttribute, type RawLabel, rawLabelsSchema, sublabelOf } from './schema.ts';

export interface RawError {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  readonly what: string;
}

export type RawResult =
  | { readonly ok: true; readonly labels: Label[] }
  | { readonly ok: false; readonly errors: readonly RawError[] };

type Path = readonly (string | number)[];

interface Problem {
  readonly path: Path;
  readonly what: string;
}

/**
 * Labels and attributes keep the id of one in `known` that they name by id, or by name where they name none; others
 * get a new one.
 */
export function readCvatLabels(text: string, known: readonly Label[] = []): RawResult {
  if (text.trim() === '')
    return { ok: false, errors: [{ line: 1, column: 1, what: 'Nothing is written yet' }] };
  const json = parseLocatedJson(text);
  if (!json.ok) {
    const { offset, what } = json.error;
    return { ok: false, errors: [{ ...lineAndColumn(text, offset), what: `This is not JSON: ${what}` }] };
  }
  const at = (problems: readonly Problem[]): RawResult => ({
    ok: false,
    errors: problems.map(({ path, what }) => ({
      ...lineAndColumn(text, json.offsetOf(path)),
      what: `${placeWords(path)}${what}`,
    })),
  });
  const result = v.safeParse(rawLabelsSchema, json.value);
  if (!result.success) return at(result.issues.map(problemOf));
  const problems = result.output.flatMap((label, index) => [
    ...labelProblems(label, [index]),
    ...twice(result.output, [], index),
  ]);
  if (problems.length > 0) return at(problems);
  const drawings = result.output.map((label) =>
    label.type === 'skeleton' ? parseSkeletonSvg(label.svg) : undefined,
  );
  return { ok: true, labels: buildLabels(result.output, drawings, known) };
}

function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const path = (issue.path ?? []).flatMap(({ key }) =>
    typeof key === 'string' || typeof key === 'number' ? [key] : [],
  );
  const last = path.at(-1);
  const isMissing = issue.kind === 'schema' && issue.received === 'undefined' && typeof last === 'string';
  return { path, what: isMissing ? `${last} is missing` : issue.message };
}

/** "Label 2, attribute 1: ". */
function placeWords(path: Path): string {
  const [label, list, inner, deeper, innermost] = path;
  if (typeof label !== 'number') return '';
  const words = [`Label ${label + 1}`];
  if (typeof inner === 'number' && list === 'attributes') words.push(`attribute ${inner + 1}`);
  if (typeof inner === 'number' && list === 'sublabels') words.push(`sublabel ${inner + 1}`);
  if (typeof innermost === 'number' && deeper === 'attributes') words.push(`attribute ${innermost + 1}`);
  return `${words.join(', ')}: `;
}

function labelProblems(label: RawLabel, path: Path): Problem[] {
  return [
    ...attributesProblems(label.attributes, path),
    ...label.sublabels.flatMap((sublabel, index) => [
      ...twice(label.sublabels, [...path, 'sublabels'], index),
      ...attributesProblems(sublabel.attributes, [...path, 'sublabels', index]),
    ]),
    ...skeletonProblems(label, path),
  ];
}

function attributesProblems(attributes: readonly RawAttribute[], path: Path): Problem[] {
  return attributes.flatMap((raw, index) => {
    const defaultValue = defaultOf(raw);
    const found = attributeProblems({ ...raw, inputType: raw.input_type, defaultValue });
    const where = [...path, 'attributes', index];
    return [
      ...(found.values === undefined
        ? []
        : [{ path: [...where, 'values'], what: `values: ${found.values}` }]),
      ...(found.defaultValue === undefined
        ? []
        : [{ path: [...where, 'default_value'], what: `default_value: ${found.defaultValue}` }]),
      ...twice(attributes, [...path, 'attributes'], index),
    ];
  });
}

function twice(all: readonly { readonly name: string }[], path: Path, index: number): Problem[] {
  const name = all[index]?.name ?? '';
  const isTwice = all.slice(0, index).some((earlier) => earlier.name === name);
  return isTwice ? [{ path: [...path, index], what: `“${name}” is there twice` }] : [];
}

function skeletonProblems(label: RawLabel, path: Path): Problem[] {
  if (label.type !== 'skeleton') return [];
  if (label.sublabels.length === 0) return [{ path, what: 'a skeleton has sublabels, one for each node' }];
  let drawing: DrawnSkeleton;
  try {
    drawing = parseSkeletonSvg(label.svg);
  } catch (error) {
    return [{ path: [...path, 'svg'], what: toErrorReport(error).message }];
  }
  const stray = drawing.nodes.find((node) => sublabelOf(label, node) === undefined);
  const without = label.sublabels.find(
    (sublabel) => !drawing.nodes.some((node) => sublabelOf(label, node) === sublabel),
  );
  if (stray) return [{ path: [...path, 'svg'], what: `node ${stray.id} names no sublabel that is there` }];
  return without ? [{ path: [...path, 'svg'], what: `no node is “${without.name}”` }] : [];
}
