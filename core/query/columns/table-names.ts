/** The tables that lists are worked out on. */
export const tableNames = ['jobs', 'tasks', 'projects', 'people', 'storages', 'requests'] as const;
export type TableName = (typeof tableNames)[number];
