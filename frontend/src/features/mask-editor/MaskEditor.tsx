import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProjectLive } from '@/api/live';
import { blobUrl } from '@/api/projects';
import type { Item, Project } from '@/api/types';
import { shownTake } from '@/shared/lib/items';
import { Button, EmptyState, Skeleton } from '@/shared/ui';
import { EditorRoom } from './EditorRoom';
import { loadBitmap } from './engine/pictures';

interface MaskEditorProps {
  project: Project;
  item: Item;
  live: ProjectLive;
  /** The take to edit; the one in use where left out. */
  take?: number | undefined;
  onClose: () => void;
}

/** A picture, decoded once for as long as it is shown. */
export const useBitmap = (sha256: string | undefined) =>
  useQuery({
    queryKey: ['bitmap', sha256],
    queryFn: ({ signal }) => loadBitmap(blobUrl(sha256 ?? ''), signal),
    enabled: sha256 !== undefined,
    staleTime: Infinity,
    gcTime: 30_000,
    retry: 1,
    // A bitmap is not plain data: comparing it with the last one would break it.
    structuralSharing: false,
  });

/** Paint over a part of a take and have it made anew, full screen. */
export function MaskEditor({ project, item, live, take, onClose }: MaskEditorProps) {
  const [base, setBase] = useState(take ?? shownTake(item)?.number ?? 0);
  const edited = item.takes.find(({ number }) => number === base) ?? shownTake(item);
  const bitmap = useBitmap(edited?.media?.sha256);
  if (!edited?.media || edited.media.media_type.startsWith('video/')) {
    return (
      <EmptyState action={<Button onClick={onClose}>Close</Button>} className="m-8">
        There is no picture to edit here.
      </EmptyState>
    );
  }
  if (bitmap.error) {
    return (
      <EmptyState
        className="m-8"
        action={
          <span className="flex gap-2">
            <Button onClick={() => void bitmap.refetch()}>Try again</Button>
            <Button onClick={onClose}>Close</Button>
          </span>
        }
      >
        {bitmap.error.message}
      </EmptyState>
    );
  }
  if (!bitmap.data) {
    return (
      <div role="status" aria-label="Loading the picture" className="flex h-full flex-col bg-well">
        <Skeleton className="h-14 !rounded-none" />
        <Skeleton className="m-10 flex-1" />
      </div>
    );
  }
  const { width, height } = bitmap.data;
  return (
    <EditorRoom
      key={`${item.id} ${width} ${height}`}
      project={project}
      item={item}
      live={live}
      take={edited}
      bitmap={bitmap.data}
      onBase={setBase}
      onClose={onClose}
    />
  );
}
