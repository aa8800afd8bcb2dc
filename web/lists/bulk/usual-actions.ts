/** Actions on many rows, in the order of the bar. */
import Download from 'lucide-solid/icons/download';
import FolderInput from 'lucide-solid/icons/folder-input';
import ListChecks from 'lucide-solid/icons/list-checks';
import Milestone from 'lucide-solid/icons/milestone';
import Palette from 'lucide-solid/icons/palette';
import Tag from 'lucide-solid/icons/tag';
import Trash from 'lucide-solid/icons/trash';
import User from 'lucide-solid/icons/user';
import Warehouse from 'lucide-solid/icons/warehouse';
import type { BulkAction } from './bulk-action.ts';

export const assign: BulkAction = { kind: 'form', form: 'assignee', title: 'Assignee', icon: User };
export const setState: BulkAction = { kind: 'form', form: 'state', title: 'State', icon: ListChecks };
export const setStage: BulkAction = { kind: 'form', form: 'stage', title: 'Stage', icon: Milestone };
export const setSubset: BulkAction = { kind: 'form', form: 'subset', title: 'Subset', icon: Tag };
export const moveToProject: BulkAction = {
  kind: 'form',
  form: 'project',
  title: 'Project',
  icon: FolderInput,
};
export const moveToWorkspace: BulkAction = {
  kind: 'form',
  form: 'workspace',
  title: 'Workspace',
  icon: Warehouse,
};
export const setLabelColor: BulkAction = {
  kind: 'form',
  form: 'label-color',
  title: 'Label colour',
  icon: Palette,
};
export const exportEach: BulkAction = { kind: 'form', form: 'export', title: 'Export', icon: Download };
export const removeAll: BulkAction = {
  kind: 'change',
  change: { kind: 'delete' },
  title: 'Delete',
  icon: Trash,
};
