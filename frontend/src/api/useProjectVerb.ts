import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Project } from './types';
import { keepProject, projectKey } from './useProject';

/**
 * Runs a request that changes a project and answers with its new snapshot: `verb.mutate(() => applyPlan(...))`.
 * The snapshot is shown at once; after an error the project is read again, as it may have moved on.
 */
export function useProjectVerb(projectId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (run: () => Promise<Project>) => run(),
    onSuccess: (project) => {
      keepProject(client, project);
    },
    onError: () => client.invalidateQueries({ queryKey: projectKey(projectId) }),
  });
}
