import type { ReactNode } from 'react';
import type { ProjectLive } from '@/api/live';
import type { Plan, Project, Stage } from '@/api/types';

export type { ProjectLive };

/** What the director needs to know of the stage: the selected items and how to change them. */
export interface DirectorArgs {
  selected: string[];
  clear: (itemId: string) => void;
  setSelected: (itemIds: string[]) => void;
}

export interface StudioPageProps {
  project: Project;
  live: ProjectLive;
  stage: Stage;
  director: (args: DirectorArgs) => ReactNode;
  /** Help and account, at the right end of the top bar. */
  account: ReactNode;
}

/** The plan whose Apply is the filled button of the stage: the newest that can be applied as it is. */
export function waitingPlan(project: Project, stage: Stage): Plan | undefined {
  return project.plans.findLast((plan) => plan.stage === stage && plan.state === 'proposed');
}
