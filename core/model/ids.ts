/** Ids are numbers, as people filter by them; what may leave the device also has a `uid` (UUID). */

declare const brand: unique symbol;
type Id<Name extends string> = number & { readonly [brand]?: Name };

export type StorageId = Id<'storage'>;
export type WorkspaceId = Id<'workspace'>;
export type PersonId = Id<'person'>;
export type ProjectId = Id<'project'>;
export type TaskId = Id<'task'>;
export type JobId = Id<'job'>;
export type LabelId = Id<'label'>;
export type AttributeId = Id<'attribute'>;
export type RequestId = Id<'request'>;
export type SavedFilterId = Id<'saved-filter'>;
/** Unique within a job; what one sees as the object's number. */
export type ShapeId = Id<'shape'>;
