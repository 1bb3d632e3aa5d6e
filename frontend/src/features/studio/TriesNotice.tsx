import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { Project, Stage, Tries } from '@/api/types';
import { formatUsd } from '@/shared/lib/money';
import { countOf } from '@/shared/lib/words';
import { Banner, Button } from '@/shared/ui';

type Attempt = Tries['attempts'][number];

interface TriesNoticeProps {
  project: Project;
  stage: Stage;
  onStop: (tries: string) => void;
}

/** The last order to try until good enough: what it does now, or how it ended. */
export function TriesNotice({ project, stage, onStop }: TriesNoticeProps) {
  const [read, setRead] = useState<string | null>(null);
  const tries = project.tries.findLast((each) => each.stage === stage);
  if (!tries || tries.id === read) return null;
  const running = tries.ended_at === null;
  return (
    <Banner
      tone="neutral"
      icon={<RefreshCw aria-hidden size={16} strokeWidth={1.75} />}
      className="mx-3 mt-3 rounded-card sm:mx-5"
      action={
        running ? (
          <Button
            size="compact"
            onClick={() => {
              onStop(tries.id);
            }}
          >
            Stop trying
          </Button>
        ) : (
          <Button
            size="compact"
            variant="ghost"
            onClick={() => {
              setRead(tries.id);
            }}
          >
            Close
          </Button>
        )
      }
    >
      <span className="num">
        {running ? 'Trying' : 'Tried'} until {tries.score}, {formatUsd(tries.spent_usd)} spent.{' '}
        {tries.attempts.map(attemptWords).join(' ')}
      </span>
    </Banner>
  );
}

/** "1B: 2 takes made." while it runs, the reason of its end after. */
function attemptWords({ label, state, made, best, reason }: Attempt): string {
  if (state === 'running') return `${label}: ${countOf(made, 'take')} so far.`;
  return `${label}: ${reason}${best === null ? '' : ` Best is take ${String(best)}.`}`;
}
