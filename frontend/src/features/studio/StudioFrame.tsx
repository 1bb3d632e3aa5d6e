import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Project, Stage } from '@/api/types';
import { useMediaQuery } from '@/shared/hooks/useMediaQuery';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { STAGE_NAMES } from '@/shared/lib/words';
import { MoneyMeter } from './MoneyMeter';
import { ProjectMenu } from './ProjectMenu';
import { StageRail } from './StageRail';
import type { ProjectActions } from './useProjectActions';

const STAGE_KEYS: readonly (readonly [string, Stage])[] = [
  ['s', 'story'],
  ['r', 'references'],
  ['b', 'storyboard'],
  ['v', 'video'],
];

interface StudioFrameProps {
  project: Project;
  stage: Stage;
  actions: ProjectActions;
  /** Stage tool bar, stage, action bar and takes, top to bottom. */
  children: ReactNode;
  director: ReactNode;
  /** Help and account, at the right end of the top bar. */
  account: ReactNode;
}

/** The studio around a stage: project, rail and money on top, the director at the right. */
export function StudioFrame({ project, stage, actions, account, children, director }: StudioFrameProps) {
  const wide = useMediaQuery('(min-width: 1180px)');
  const navigate = useNavigate();
  useShortcuts(
    STAGE_KEYS.map(([key, name]) => ({
      keys: `g ${key}`,
      label: `Go to ${STAGE_NAMES[name].toLowerCase()}`,
      group: 'Everywhere',
      run: () => void navigate(`/projects/${project.id}/${name}`),
    })),
  );
  const rail = (
    <StageRail projectId={project.id} stages={project.stages} current={stage} className="max-lg:w-full" />
  );
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <header className="shrink-0 border-b border-line bg-panel">
        <div className="flex h-[52px] items-center justify-between gap-4 px-3 sm:px-4 lg:h-14">
          <ProjectMenu project={project} actions={actions} />
          {wide && rail}
          <div className="flex shrink-0 items-center gap-4">
            <MoneyMeter project={project} />
            {account}
          </div>
        </div>
        {!wide && <div className="flex h-14 items-center border-t border-line px-2">{rail}</div>}
      </header>
      <div className="flex min-h-0 flex-1 flex-col lg:flex-row">
        <main className="flex min-h-0 min-w-0 flex-1 flex-col">{children}</main>
        {director}
      </div>
    </div>
  );
}
