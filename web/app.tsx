/** The routes. Pages other than Home come when they are first opened. */
import { HashRouter, Route } from '@solidjs/router';
import { lazy } from 'solid-js';
import type { Workspace } from '#core/workspace/workspace.ts';
import { HomePage } from '#web/pages/home/home-page.tsx';
import { Shell } from '#web/shell/shell.tsx';
import { WorkspaceContext } from '#web/state/workspace-context.ts';

const TasksPage = lazy(() =>
  import('#web/pages/tasks/tasks-page.tsx').then((file) => ({ default: file.TasksPage })),
);
const NewTaskPage = lazy(() =>
  import('#web/pages/create-task/new-task-page.tsx').then((file) => ({ default: file.NewTaskPage })),
);
const JobsPage = lazy(() =>
  import('#web/pages/jobs/jobs-page.tsx').then((file) => ({ default: file.JobsPage })),
);
const ProjectsPage = lazy(() =>
  import('#web/pages/projects/projects-page.tsx').then((file) => ({ default: file.ProjectsPage })),
);
const TaskPage = lazy(() =>
  import('#web/pages/task/task-page.tsx').then((file) => ({ default: file.TaskPage })),
);
const CreateProjectPage = lazy(() =>
  import('#web/pages/projects/create-project-page.tsx').then((file) => ({ default: file.CreateProjectPage })),
);
const ProjectPage = lazy(() =>
  import('#web/pages/projects/project-page.tsx').then((file) => ({ default: file.ProjectPage })),
);
const StoragesPage = lazy(() =>
  import('#web/pages/storages/storages-page.tsx').then((file) => ({ default: file.StoragesPage })),
);
const DoctorPage = lazy(() =>
  import('#web/pages/storages/doctor/doctor-page.tsx').then((file) => ({ default: file.DoctorPage })),
);
const BrowsePage = lazy(() =>
  import('#web/pages/storages/browse/browse-page.tsx').then((file) => ({ default: file.BrowsePage })),
);
const RequestsPage = lazy(() =>
  import('#web/pages/requests/requests-page.tsx').then((file) => ({ default: file.RequestsPage })),
);
const BinPage = lazy(() => import('#web/pages/bin/bin-page.tsx').then((file) => ({ default: file.BinPage })));
const SettingsPage = lazy(() =>
  import('#web/pages/settings/settings-page.tsx').then((file) => ({ default: file.SettingsPage })),
);
const UnknownPage = lazy(() =>
  import('#web/pages/unknown-page.tsx').then((file) => ({ default: file.UnknownPage })),
);
const EditorPage = lazy(() =>
  import('#web/editor/editor-page.tsx').then((file) => ({ default: file.EditorPage })),
);

const numbered = { id: /^\d+$/ };

export function App(props: { workspace: Workspace }) {
  return (
    <WorkspaceContext.Provider value={props.workspace}>
      <HashRouter root={Shell} explicitLinks>
        <Route path="/" component={HomePage} />
        <Route path="/projects/new" component={CreateProjectPage} />
        <Route path="/projects/:id" component={ProjectPage} matchFilters={numbered} />
        <Route path="/projects" component={ProjectsPage} />
        <Route path="/jobs" component={JobsPage} />
        <Route path="/tasks" component={TasksPage} />
        <Route path="/tasks/new" component={NewTaskPage} />
        <Route path="/tasks/:id" component={TaskPage} matchFilters={numbered} />
        <Route path="/storages" component={StoragesPage} />
        <Route path={['/storages/attach', '/connect']} component={StoragesPage} />
        <Route path="/storages/:id/update" component={StoragesPage} matchFilters={numbered} />
        <Route path="/storages/attach/doctor" component={DoctorPage} />
        <Route path="/storages/:id/doctor" component={DoctorPage} matchFilters={numbered} />
        <Route path="/storages/:id/browse" component={BrowsePage} matchFilters={numbered} />
        <Route path="/requests" component={RequestsPage} />
        <Route path="/bin" component={BinPage} />
        <Route path="/settings" component={SettingsPage} />
        <Route path="/jobs/:id" component={EditorPage} matchFilters={numbered} />
        <Route path="*unknown" component={UnknownPage} />
      </HashRouter>
    </WorkspaceContext.Provider>
  );
}
