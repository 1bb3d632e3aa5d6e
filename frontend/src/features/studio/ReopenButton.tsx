import { useRef, useState } from 'react';
import { sayProblem } from '@/api/client';
import { lookAtReopening } from '@/api/reviewing';
import type { Project, Reopening, Stage } from '@/api/types';
import { formatUsd } from '@/shared/lib/money';
import { Button, Dialog, useToast } from '@/shared/ui';

interface ReopenButtonProps {
  project: Project;
  stage: Stage;
  onReopen: (stage: Stage) => void;
}

/** Takes an approval back; where something was made from the stage, it says first what that would mean. */
export function ReopenButton({ project, stage, onReopen }: ReopenButtonProps) {
  const toast = useToast();
  const [asked, setAsked] = useState<Reopening | null>(null);
  const safe = useRef<HTMLButtonElement>(null);
  const ask = () => {
    lookAtReopening(project.id, stage).then(
      (found) => {
        if (found.stale.length === 0) onReopen(stage);
        else setAsked(found);
      },
      (cause: unknown) => {
        toast(sayProblem(cause));
      },
    );
  };
  return (
    <>
      <Button variant="ghost" size="compact" onClick={ask}>
        Reopen
      </Button>
      {asked && (
        <Dialog
          open
          title={`Reopen the ${stage}?`}
          safe={safe}
          onOpenChange={() => {
            setAsked(null);
          }}
          description={
            <>
              <p>{asked.words}</p>
              <p className="mt-1">
                Renewing all of it would be {formatUsd(asked.renew.usd_min, asked.renew.usd_max)}. Nothing is
                renewed by itself, and every take stays.
              </p>
            </>
          }
          actions={
            <>
              <Button
                ref={safe}
                onClick={() => {
                  setAsked(null);
                }}
              >
                Keep it approved
              </Button>
              <Button
                variant="filled"
                onClick={() => {
                  setAsked(null);
                  onReopen(stage);
                }}
              >
                Reopen, free
              </Button>
            </>
          }
        />
      )}
    </>
  );
}
