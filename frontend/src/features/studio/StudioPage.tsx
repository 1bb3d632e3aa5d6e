import { useState, type ReactNode } from 'react';
import type { Item, Project, Stage, StageShape } from '@/api/types';
import { useProviders } from '@/api/useProviders';
import { vendorOf } from '@/shared/lib/artists';
import { outcomeUnknown } from '@/shared/lib/failures';
import { stageItems } from '@/shared/lib/items';
import { waitingPlan, type StudioPageProps } from '@/shared/lib/studio';
import { BudgetLine } from './BudgetLine';
import { ReferencesStage } from './stages/ReferencesStage';
import type { StageProps } from './stages/stageProps';
import { StoryboardStage } from './stages/StoryboardStage';
import { StoryStage } from './stages/StoryStage';
import { VideoStage } from './stages/VideoStage';
import { StudioFrame } from './StudioFrame';
import { UnknownDialog } from './UnknownDialog';
import { useItemSelection } from './useItemSelection';
import { useProjectActions, type ProjectActions } from './useProjectActions';

const STAGE_PAGES: Readonly<Record<Stage, (props: StageProps) => ReactNode>> = {
  story: StoryStage,
  references: ReferencesStage,
  storyboard: StoryboardStage,
  video: VideoStage,
};

/** One project's studio: the stage in view inside the frame, with the director beside it. */
export function StudioPage({ project, live, stage, director, account }: StudioPageProps) {
  const verbs = useProjectActions(project);
  const [risked, setRisked] = useState<Item | null>(null);
  const page = useProviders().data;
  const vendor = (page && vendorOf(page.vendors, page.models, project.providers[stage])?.title) ?? '';
  const actions: ProjectActions = {
    ...verbs,
    retry: (item) => {
      if (item.failure && outcomeUnknown(item.failure)) setRisked(item);
      else verbs.retry(item);
    },
  };
  const shape = shapeOf(project, stage);
  const items = pickable(project, stage);
  const selection = useItemSelection(
    `${project.id}/${stage}`,
    items.map(({ id }) => id),
  );
  const StagePage = STAGE_PAGES[stage];
  return (
    <StudioFrame
      project={project}
      stage={stage}
      actions={actions}
      account={account}
      director={director({
        selected: selection.selected,
        clear: (itemId) => {
          selection.setSelected(selection.selected.filter((id) => id !== itemId));
        },
        setSelected: selection.setSelected,
      })}
    >
      <StagePage
        key={stage}
        project={project}
        live={live}
        shape={shape}
        items={items}
        selection={selection}
        actions={actions}
        planWaits={waitingPlan(project, stage) !== undefined || verbs.stopped !== null}
        vendor={vendor}
      />
      {verbs.stopped && (
        <BudgetLine
          key={verbs.stopped.sentence}
          project={project}
          stop={verbs.stopped}
          onClose={verbs.dropStopped}
        />
      )}
      {risked && (
        <UnknownDialog
          item={risked}
          vendor={vendor}
          onCheck={() => {
            verbs.check(risked);
          }}
          onRetry={() => {
            verbs.retry(risked);
          }}
          onClose={() => {
            setRisked(null);
          }}
        />
      )}
    </StudioFrame>
  );
}

/** The story is one item and is never picked out. */
function pickable(project: Project, stage: Stage): Item[] {
  return stage === 'story' ? [] : stageItems(project, stage);
}

function shapeOf(project: Project, stage: Stage): StageShape {
  const shape = project.stages.find(({ name }) => name === stage);
  if (!shape) throw new Error(`The project has no stage ${stage}.`);
  return shape;
}
