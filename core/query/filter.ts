/** What a list is filtered by: conditions, in groups that may lie in each other. */

/** CVAT's operators, and what its builder lacks: not equal, not containing, set and not set. */
export type Operator =
  | 'equal'
  | 'not_equal'
  | 'any_in'
  | 'not_any_in'
  | 'like'
  | 'not_like'
  | 'between'
  | 'greater'
  | 'greater_or_equal'
  | 'less'
  | 'less_or_equal'
  | 'is_set'
  | 'is_not_set';

/** Dates are milliseconds since 1970. `any_in` takes a list, `between` two (both inclusive), `is_set` nothing. */
export type FilterValue =
  | string
  | number
  | readonly string[]
  | readonly [from: number, to: number]
  | undefined;

export interface Condition {
  readonly kind: 'condition';
  /** The name of a field. */
  readonly field: string;
  readonly operator: Operator;
  readonly value: FilterValue;
}

export interface Group {
  readonly kind: 'group';
  readonly join: 'all' | 'any';
  /** Turned around: "not all", "none". */
  readonly not: boolean;
  /** An empty group is true, whatever its join; turned around, false. */
  readonly items: readonly Filter[];
}

export type Filter = Condition | Group;

export function groupOf(items: readonly Filter[], join: Group['join'] = 'all', not = false): Group {
  return { kind: 'group', join, not, items };
}

export function condition(field: string, operator: Operator, value?: FilterValue): Condition {
  return { kind: 'condition', field, operator, value };
}
