import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sayProblem } from '@/api/client';
import { rateProject } from '@/api/insights';
import type { Project, RatingRequest } from '@/api/types';
import { projectKey } from '@/api/useProject';
import { useRemembered } from '@/shared/hooks/useStored';
import { Banner, Button, Dialog, useToast } from '@/shared/ui';
import { Star } from 'lucide-react';
import { RatingForm } from './RatingForm';

/** Can the project be rated now: it has an approved film and no rating. */
export function canRate(project: Project): boolean {
  const video = project.stages.find((stage) => stage.name === 'video');
  return video?.state === 'approved' && project.rating === null;
}

/** Under which it is remembered that somebody does not want to rate a film now. */
export const ratingKey = (project: Project) => `rating-later.${project.id}`;

/** Sends a rating and keeps the answer. */
function useRate(project: Project, onDone: () => void) {
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: (rating: RatingRequest) => rateProject(project.id, rating),
    onSuccess: (changed) => {
      client.setQueryData(projectKey(project.id), changed);
      toast('Thank you. It helps to know.');
      onDone();
    },
    onError: (error) => toast(sayProblem(error)),
  });
}

interface RatingDialogProps {
  project: Project;
  onClose: () => void;
}

/** Asks for a rating in a window. */
export function RatingDialog({ project, onClose }: RatingDialogProps) {
  const rate = useRate(project, onClose);
  return (
    <Dialog open title="How did it go?" description={project.title} onOpenChange={onClose}>
      <div className="mt-4">
        <RatingForm busy={rate.isPending} onRate={(rating) => rate.mutate(rating)} onLater={onClose} />
      </div>
    </Dialog>
  );
}

/** A line under the film that asks once, until it is answered or put away. */
export function RatingPrompt({ project }: { project: Project }) {
  const [put, setPut] = useRemembered(ratingKey(project), false);
  const [open, setOpen] = useState(false);
  if (!canRate(project) || put) return null;
  return (
    <>
      <Banner
        icon={<Star aria-hidden size={16} strokeWidth={1.75} />}
        action={
          <span className="flex gap-2">
            <Button size="compact" variant="ghost" onClick={() => setPut(true)}>
              Not now
            </Button>
            <Button size="compact" onClick={() => setOpen(true)}>
              Rate it
            </Button>
          </span>
        }
      >
        The film is approved. How did it go?
      </Banner>
      {open && <RatingDialog project={project} onClose={() => setOpen(false)} />}
    </>
  );
}
