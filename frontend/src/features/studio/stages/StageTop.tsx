import { History } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatUsd } from '@/shared/lib/money';
import { STAGE_NAMES } from '@/shared/lib/words';
import { Button } from '@/shared/ui';
import { StageArtist } from '../StageArtist';
import { StageBar } from '../StageBar';
import { StageNotice } from '../StageNotice';
import { countWords, renewPrice } from '../stageWords';
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
          <>
            <Button
              variant="ghost"
              size="compact"
              className="max-sm:hidden"
              icon={<History aria-hidden size={15} strokeWidth={1.75} className="text-stale" />}
              price={formatUsd(renewPrice(stale))}
              onClick={() => {
                actions.regenerate(
                  shape.name,
                  stale.map(({ id }) => id),
                );
              }}
            >
              Renew {stale.length} stale
            </Button>
          </>
        )}
      </StageBar>
      <StageNotice project={project} stage={shape} />
      <VendorNotice
        model={project.providers[shape.name]}
        items={project.items.filter(({ stage }) => stage === shape.name)}
      />
    </>
  );
}
