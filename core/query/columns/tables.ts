/** All tables, and the columns that are worked out from others: how far tasks and projects are. */
import { counts, jobStatus } from '../../model/status.ts';
import { type Stage, stages, type JobState, jobStates, jobTypes } from '../../model/job.ts';
import type { JobCounts } from '../list-query.ts';
import { type Column, type NumberColumn, missing, type SetColumn, writerOf, emptyColumn } from './column.ts';
import { shapes } from './shapes.ts';
import { type TableName, tableNames } from './table-names.ts';
import { ColumnTable, type TableImage } from './table.ts';

export type Images = { readonly [Name in TableName]?: TableImage };

/** Counts for each row of a table of tasks or projects. */
interface Progress {
  readonly version: string;
  readonly jobs: Int32Array<ArrayBuffer>;
  readonly completed: Int32Array<ArrayBuffer>;
  readonly validation: Int32Array<ArrayBuffer>;
  readonly annotation: Int32Array<ArrayBuffer>;
  readonly frames: Int32Array<ArrayBuffer>;
  readonly annotatedFrames: Int32Array<ArrayBuffer>;
}

export class Tables {
  readonly #tables: ReadonlyMap<TableName, ColumnTable>;
  readonly #progress = new Map<TableName, Progress>();
  readonly #derived = new Map<string, { readonly version: string; readonly column: Column }>();

  readonly #referred = new Map<string, { readonly version: string; readonly rows: Int32Array }>();

  constructor(images: Images = {}) {
    this.#tables = new Map(tableNames.map((name) => [name, new ColumnTable(shapes[name], images[name])]));
  }

  of(name: TableName): ColumnTable {
    const table = this.#tables.get(name);
    if (!table) throw new Error(`There is no table "${name}".`);
    return table;
  }

  /** Of everything: another one says that something has changed. */
  get version(): string {
    return [...this.#tables.values()].map(({ version }) => version).join('.');
  }

  /** A column of the table, one that is worked out, or its ids. */
  column(name: TableName, column: string): Column {
    const table = this.of(name);
    if (column === 'id') return { kind: 'count', values: table.ids };
    if (Object.hasOwn(shapes[name], column)) return table.column(column);
    const progress = this.progress(name);
    switch (column) {
      case 'doneFrames':
        return { kind: 'count', values: progress.annotatedFrames };
      case 'allFrames':
        return this.#once(`${name}.${column}`, () => this.#allFrames());
      case 'allStorages':
        return this.#once(`${name}.${column}`, () => this.#allStorages());
      default:
        return table.column(column);
    }
  }

  /** How far the row of a task or project is; undefined for tables without jobs. */
  countsOf(name: TableName, row: number): JobCounts | undefined {
    if (name !== 'tasks' && name !== 'projects') return undefined;
    const progress = this.progress(name);
    return {
      jobs: progress.jobs[row] ?? 0,
      completed: progress.completed[row] ?? 0,
      validation: progress.validation[row] ?? 0,
      annotation: progress.annotation[row] ?? 0,
      frames: progress.frames[row] ?? 0,
      annotatedFrames: progress.annotatedFrames[row] ?? 0,
    };
  }

  progress(name: TableName): Progress {
    const { version } = this;
    const known = this.#progress.get(name);
    if (known?.version === version) return known;
    const worked = name === 'projects' ? this.#progressOfProjects(version) : this.#progressOfTasks(version);
    this.#progress.set(name, worked);
    return worked;
  }

  #progressOfTasks(version: string): Progress {
    const tasks = this.of('tasks');
    const jobs = this.of('jobs');
    const worked = noProgress(version, tasks.size);
    const task = numbers(jobs.column('task'));
    const frames = numbers(jobs.column('frames'));
    const done = numbers(jobs.column('annotatedFrames'));
    const kinds = kindsOfJobs(jobs);
    for (let job = 0; job < jobs.size; job++) {
      if (jobs.gone[job] === 1) continue;
      const kind = kinds(job);
      const row = kind === undefined ? -1 : tasks.rowOf(task[job] ?? missing);
      if (kind === undefined || row < 0) continue;
      add(worked.jobs, row, 1);
      add(worked[kind], row, 1);
      add(worked.frames, row, frames[job] ?? 0);
      add(worked.annotatedFrames, row, done[job] ?? 0);
    }
    return worked;
  }

  #progressOfProjects(version: string): Progress {
    const projects = this.of('projects');
    const tasks = this.of('tasks');
    const own = this.progress('tasks');
    const worked = noProgress(version, projects.size);
    const project = numbers(tasks.column('project'));
    for (let task = 0; task < tasks.size; task++) {
      const row = tasks.gone[task] === 1 ? -1 : projects.rowOf(project[task] ?? missing);
      if (row < 0) continue;
      for (const name of countNames) add(worked[name], row, own[name][task] ?? 0);
    }
    return worked;
  }

  /**
   * For each row the row that a column refers to; one behind the last of them where it refers to nothing, or to
   * what is gone.
   */
  referred(name: TableName, column: string, target: TableName): Int32Array {
    const table = this.of(name);
    const other = this.of(target);
    const version = `${table.version}.${other.version}`;
    const key = `${name}.${column}`;
    const known = this.#referred.get(key);
    if (known?.version === version) return known.rows;
    const ids = numbers(table.column(column));
    const rows = new Int32Array(table.size);
    for (let row = 0; row < rows.length; row++) {
      const there = other.rowOf(ids[row] ?? missing);
      rows[row] = there < 0 || other.gone[there] === 1 ? other.size : there;
    }
    this.#referred.set(key, { version, rows });
    return rows;
  }

  #once(name: string, work: () => Column): Column {
    const { version } = this;
    const known = this.#derived.get(name);
    if (known?.version === version) return known.column;
    const column = work();
    this.#derived.set(name, { version, column });
    return column;
  }

  /** Frames of all tasks of each project. */
  #allFrames(): NumberColumn {
    const projects = this.of('projects');
    const tasks = this.of('tasks');
    const project = numbers(tasks.column('project'));
    const frames = numbers(tasks.column('frames'));
    const values = new Int32Array(projects.size);
    for (let task = 0; task < tasks.size; task++) {
      const row = tasks.gone[task] === 1 ? -1 : projects.rowOf(project[task] ?? missing);
      if (row >= 0) add(values, row, frames[task] ?? 0);
    }
    return { kind: 'count', values };
  }

  /** What each project and its tasks read from. */
  #allStorages(): SetColumn {
    const projects = this.of('projects');
    const tasks = this.of('tasks');
    const project = numbers(tasks.column('project'));
    const ids = Array.from(
      { length: projects.size },
      (_, row) => new Set(setAt(projects.column('storages'), row)),
    );
    for (let task = 0; task < tasks.size; task++) {
      const row = tasks.gone[task] === 1 ? -1 : projects.rowOf(project[task] ?? missing);
      for (const id of row < 0 ? [] : setAt(tasks.column('storages'), task)) ids[row]?.add(id);
    }
    const column = emptyColumn('set', projects.size);
    const write = writerOf(column);
    for (const [row, set] of ids.entries()) write(row, [...set]);
    if (column.kind !== 'set') throw new Error('A set is a set.');
    return column;
  }
}

const countNames = ['jobs', 'completed', 'validation', 'annotation', 'frames', 'annotatedFrames'] as const;

function noProgress(version: string, size: number): Progress {
  return {
    version,
    jobs: new Int32Array(size),
    completed: new Int32Array(size),
    validation: new Int32Array(size),
    annotation: new Int32Array(size),
    frames: new Int32Array(size),
    annotatedFrames: new Int32Array(size),
  };
}

function add(values: Int32Array, row: number, more: number): void {
  values[row] = (values[row] ?? 0) + more;
}

function numbers(column: Column): NumberColumn['values'] {
  if ('values' in column) return column.values;
  throw new Error('This column holds no numbers.');
}

function setAt(column: Column, row: number): readonly (string | number)[] {
  return column.kind === 'set' ? (column.dictionary[column.codes[row] ?? 0] ?? []) : [];
}

/** The status of a job; undefined for those that do not count. */
function kindsOfJobs(
  jobs: ColumnTable,
): (row: number) => 'completed' | 'validation' | 'annotation' | undefined {
  const stage = jobs.column('stage');
  const state = jobs.column('state');
  const type = jobs.column('type');
  if ('values' in stage || 'values' in state || 'values' in type) throw new Error('States are texts.');
  const stageOf = stage.dictionary.map((text): Stage => stages.find((each) => each === text) ?? 'annotation');
  const stateOf = state.dictionary.map((text): JobState => jobStates.find((each) => each === text) ?? 'new');
  const kinds = stageOf.flatMap((one) => stateOf.map((other) => jobStatus({ stage: one, state: other })));
  const doCount = type.dictionary.map((text) => {
    const known = jobTypes.find((each) => each === text);
    return known !== undefined && counts(known);
  });
  return (row) =>
    doCount[type.codes[row] ?? 0]
      ? kinds[(stage.codes[row] ?? 0) * stateOf.length + (state.codes[row] ?? 0)]
      : undefined;
}
