import { CircleQuestionMark } from 'lucide-react';
import { useEffect } from 'react';
import { Navigate, useParams } from 'react-router';
import { ApiProblem, sayProblem } from '@/api/client';
import { STAGES, type Project, type Stage } from '@/api/types';
import { useProject } from '@/api/useProject';
import { DirectorPanel } from '@/features/director/DirectorPanel';
import { StudioPage } from '@/features/studio/StudioPage';
import { STAGE_NAMES } from '@/shared/lib/words';
import { Button, IconButton, showShortcuts, Skeleton } from '@/shared/ui';
import { AccountMenu } from './AccountMenu';
import { NotFoundRoute, ProblemPage } from './ProblemRoutes';

const isStage = (name: string | undefined): name is Stage => STAGES.some((stage) => stage === name);

/** The stage to open first: the furthest one that is not locked. */
function currentStage(project: Project): Stage {
  return project.stages.findLast((stage) => stage.state !== 'locked')?.name ?? 'story';
}

function Loading() {
  return (
    <div role="status" aria-label="Loading the project" className="flex h-full flex-col">
      <Skeleton className="h-14 !rounded-none" />
      <div className="flex flex-1 gap-6 p-5">
        <Skeleton className="flex-1" />
        <Skeleton className="w-[23rem] max-lg:hidden" />
      </div>
    </div>
  );
}

function StudioAccount() {
  return (
    <>
      <IconButton label="Keyboard shortcuts" keys="?" onClick={showShortcuts} className="max-sm:hidden">
        <CircleQuestionMark aria-hidden size={17} strokeWidth={1.75} />
      </IconButton>
      <AccountMenu />
    </>
  );
}

export function StudioRoute() {
  const { id = '', stage } = useParams();
  const { project, error, refetch, live } = useProject(id);
  const title = project?.title;
  useEffect(() => {
    if (title && isStage(stage)) document.title = `${title}, ${STAGE_NAMES[stage]}, Dailies`;
  }, [title, stage]);

  if (!project && error instanceof ApiProblem && error.status === 404) return <NotFoundRoute />;
  if (!project && error) {
    return (
      <ProblemPage
        title="The project did not open"
        action={
          <Button variant="filled" onClick={() => void refetch()}>
            Try again
          </Button>
        }
      >
        {sayProblem(error)}
      </ProblemPage>
    );
  }
  if (!project) return <Loading />;
  if (!isStage(stage)) return <Navigate to={`/projects/${id}/${currentStage(project)}`} replace />;
  return (
    <StudioPage
      project={project}
      live={live}
      stage={stage}
      account={<StudioAccount />}
      director={(args) => <DirectorPanel key={id} project={project} live={live} stage={stage} {...args} />}
    />
  );
}
