import { useNavigate, useParams, useSearchParams } from 'react-router';
import { ApiProblem, sayProblem } from '@/api/client';
import { useProject } from '@/api/useProject';
import { MaskEditor } from '@/features/mask-editor/MaskEditor';
import { itemName } from '@/shared/lib/items';
import { Button, Skeleton } from '@/shared/ui';
import { NotFoundRoute, ProblemPage } from './ProblemRoutes';

/** Whether this tab showed another page of the studio before; the router counts its pages from 0. */
function hasWayBack(): boolean {
  const { idx } = (window.history.state ?? {}) as { idx?: number };
  return typeof idx === 'number' && idx > 0;
}

/** The mask editor on one item, `?take=3` for a take that is not the one in use. */
export function EditRoute() {
  const { id = '', item: itemId = '' } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { project, error, refetch, live } = useProject(id);
  const item = project?.items.find((one) => one.id === itemId);
  if (!project && error && !(error instanceof ApiProblem && error.status === 404)) {
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
  if (!project && !error) return <Skeleton className="h-full !rounded-none" />;
  if (!project || !item) return <NotFoundRoute />;
  const take = Number(search.get('take'));
  return (
    <>
      <title>{`Edit ${itemName(item)}, ${project.title}, Dailies`}</title>
      <MaskEditor
        project={project}
        item={item}
        live={live}
        take={Number.isInteger(take) && take > 0 ? take : undefined}
        onClose={() => {
          // Back to where the editor was opened from; a pasted address has nothing to go back to.
          if (hasWayBack()) void navigate(-1);
          else void navigate(`/projects/${id}/${item.stage}`);
        }}
      />
    </>
  );
}
