import type { ReactNode } from 'react';
import { STAGE_NAMES } from '@/shared/lib/words';
import { RenewMenu } from '../RenewMenu';
import { StageArtist } from '../StageArtist';
import { StageBar } from '../StageBar';
import { StageNotice } from '../StageNotice';
import { countWords } from '../stageWords';
import { TriesNotice } from '../TriesNotice';
import { VendorNotice } from '../VendorNotice';
import { Verdict } from '../Verdict';
import type { StageProps } from './stageProps';

interface StageTopProps extends StageProps {
  counts?: string;
  views?: ReactNode;
  children?: ReactNode;
  /** A question is open below: its button is the filled one. */
  asking: boolean;
  onAskApprove: () => void;
}

/** Tool bar and notice of a stage. Locked stages have only the bar. */
export function StageTop({ counts, views, children, asking, onAskApprove, ...props }: StageTopProps) {
  const { project, shape, items, actions, planWaits } = props;
  const stale = items.filter((item) => item.stale && !item.work);
  return (
    <>
      <StageBar
        title={STAGE_NAMES[shape.name]}
        counts={counts ?? countWords(shape.name, items)}
        views={shape.state === 'locked' ? null : views}
        verdict={
          <Verdict
            project={project}
            stage={shape}
            items={props.items}
            actions={actions}
            quiet={planWaits || asking}
            onAsk={onAskApprove}
          />
        }
      >
        <StageArtist project={project} stage={shape.name} actions={actions} />
        {children}
        {stale.length > 0 && (
          <RenewMenu project={project} stage={shape.name} stale={stale} actions={actions} />
        )}
      </StageBar>
      <StageNotice project={project} stage={shape} />
      <TriesNotice project={project} stage={shape.name} onStop={actions.stopTrying} />
      <VendorNotice
        model={project.providers[shape.name]}
        items={project.items.filter(({ stage }) => stage === shape.name)}
      />
    </>
  );
}
