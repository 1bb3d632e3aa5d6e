import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { sayProblem } from '@/api/client';
import { createProject } from '@/api/projects';
import type { Example, Project } from '@/api/types';
import { Button, Skeleton, StylePicture } from '@/shared/ui';

/** A still of the example's film; an example that has none shows its style. */
function ExamplePicture({ example }: { example: Example }) {
  const [missing, setMissing] = useState(false);
  const box = 'h-[54px] w-24 shrink-0 rounded-pic bg-well object-cover';
  if (missing) return <StylePicture style={example.brief.style} className={box} />;
  return (
    <img
      alt=""
      src={`/examples/${example.id}.webp`}
      width={96}
      height={54}
      onError={() => setMissing(true)}
      className={box}
    />
  );
}

interface ExamplesProps {
  /** Undefined while they are loading. */
  examples: readonly Example[] | undefined;
  rehearsal: boolean;
  onCreated: (project: Project) => void;
}

/** Briefs that are ready to run. */
export function Examples({ examples, rehearsal, onCreated }: ExamplesProps) {
  const run = useMutation({
    mutationFn: (example: Example) =>
      createProject({ brief: example.brief, mode: 'interactive', budget_usd: null }),
    onSuccess: onCreated,
  });
  return (
    <section aria-labelledby="examples-title" className="flex flex-col">
      <div className="mb-2.5 flex min-h-[34px] items-center gap-3">
        <h2 id="examples-title" className="flex-1 font-semibold">
          Or start from an example
        </h2>
        <p className="text-small text-tx-3">{rehearsal ? 'Runs at once, free' : 'Starts with the story'}</p>
      </div>
      <ul className="flex flex-col gap-2">
        {examples === undefined &&
          [0, 1, 2].map((index) => (
            <li key={index}>
              <Skeleton className="h-[68px] !rounded-plan" />
            </li>
          ))}
        {examples?.slice(0, 3).map((example) => (
          <li key={example.id} className="flex items-center gap-3 rounded-plan bg-panel p-[7px] pr-3">
            <ExamplePicture example={example} />
            <div className="min-w-0 flex-1">
              <h3 className="font-medium">{example.title}</h3>
              <p className="text-small text-tx-3 sm:truncate">{example.description}</p>
            </div>
            <Button
              size="compact"
              aria-label={`Run ${example.title}`}
              disabled={run.isPending}
              onClick={() => run.mutate(example)}
            >
              {run.isPending && run.variables.id === example.id ? 'Starting' : 'Run'}
            </Button>
          </li>
        ))}
      </ul>
      {run.isError && (
        <p role="alert" className="text-small text-fail">
          {sayProblem(run.error)}
        </p>
      )}
    </section>
  );
}
