import { CircleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { ApiProblem, sayProblem } from '@/api/client';
import { wayOut } from '@/shared/lib/failures';
import { Banner, Button } from '@/shared/ui';

interface TroubleProps {
  /** What was thrown, or the sentences of candidates that failed. */
  problem: unknown;
  failed: readonly string[];
  onRetry: () => void;
  onRehearse: (() => void) | null;
  onDismiss: () => void;
}

/** What went wrong. Mask and words stay as they are, so trying again is one press. */
export function Trouble({ problem, failed, onRetry, onRehearse, onDismiss }: TroubleProps) {
  if (!problem && failed.length === 0) return null;
  const code = problem instanceof ApiProblem ? problem.code : '';
  const way = wayOut({ code, message: '', operation: '', retryable: true, charged: null });
  const words = problem ? sayProblem(problem) : failed.join(' ');
  return (
    <Banner
      tone="fail"
      role="alert"
      icon={<CircleAlert aria-hidden size={16} strokeWidth={1.75} className="shrink-0" />}
      className="rounded-card"
    >
      <p>{words}</p>
      <p className="mt-0.5 text-tx-2">Mask and words are kept.</p>
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        {way !== 'providers' && (
          <Button size="compact" onClick={onRetry}>
            Try again
          </Button>
        )}
        {way === 'providers' && (
          <Link to="/providers" className="text-small font-semibold text-ac-hi underline">
            Enter the key
          </Link>
        )}
        {way !== null && onRehearse && (
          <Button size="compact" onClick={onRehearse}>
            Go on with rehearsal, free
          </Button>
        )}
        <Button size="compact" variant="ghost" onClick={onDismiss}>
          Close
        </Button>
      </div>
    </Banner>
  );
}
