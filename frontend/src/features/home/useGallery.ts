import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { sayProblem } from '@/api/client';
import { deleteProject, listProjects, restoreProject, type GalleryQuery } from '@/api/projects';
import type { ProjectCard } from '@/api/types';
import { useToast } from '@/shared/ui';

const WORKING_REFRESH_MS = 4_000;

/** The gallery's pages for a query; read again every few seconds while something is being made. */
export function useGallery(gallery: GalleryQuery) {
  const query = useInfiniteQuery({
    queryKey: ['projects', gallery],
    queryFn: ({ pageParam, signal }) => listProjects(gallery, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.projects.some((card) => card.working))
        ? WORKING_REFRESH_MS
        : false,
  });
  const pages = query.data?.pages;
  return {
    ...query,
    cards: pages?.flatMap((page) => page.projects) ?? [],
    counts: pages?.[0]?.counts ?? {},
  };
}

/** Delete a project, with a toast that takes it back. */
export function useDeleteProject() {
  const client = useQueryClient();
  const toast = useToast();
  const refresh = () => client.invalidateQueries({ queryKey: ['projects'] });
  const restore = useMutation({
    mutationFn: (card: ProjectCard) => restoreProject(card.id),
    onSuccess: (_, card) => toast(`${card.title} is back.`),
    onError: (cause) => toast(sayProblem(cause)),
    onSettled: refresh,
  });
  return useMutation({
    mutationFn: (card: ProjectCard) => deleteProject(card.id),
    onSuccess: (_, card) => toast(`${card.title} was deleted.`, { undo: () => restore.mutate(card) }),
    onError: (cause) => toast(sayProblem(cause)),
    onSettled: refresh,
  });
}
