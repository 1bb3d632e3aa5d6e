import type { Item, Project, StageShape } from '@/api/types';
import type { ProjectLive } from '@/shared/lib/studio';
import type { ItemSelection } from '../useItemSelection';
import type { ProjectActions } from '../useProjectActions';

/** What every stage's page is given. */
export interface StageProps {
  project: Project;
  live: ProjectLive;
  shape: StageShape;
  /** The stage's items that can be picked out, in order. */
  items: readonly Item[];
  selection: ItemSelection;
  actions: ProjectActions;
  /** A plan waits in the director, or a budget in its line: their button is the filled one. */
  planWaits: boolean;
  /** Who serves the stage's model; "" where it is rehearsed. */
  vendor: string;
}
