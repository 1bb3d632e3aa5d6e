import { LayoutGrid, List } from 'lucide-react';
import { useState } from 'react';
import { sayProblem } from '@/api/client';
import type { GallerySort, GalleryStatus } from '@/api/projects';
import type { ProjectCard } from '@/api/types';
import { useRemembered } from '@/shared/hooks/useStored';
import { Button, EmptyState, Segmented, Select, Skeleton } from '@/shared/ui';
import { ProjectRow, ProjectTile } from './ProjectTile';
import { useDeleteProject, useGallery } from './useGallery';

type View = 'grid' | 'list';

const GRID = 'grid grid-cols-1 gap-x-5 gap-y-[18px] min-[26rem]:grid-cols-2 md:grid-cols-3 lg:grid-cols-4';
const LIST = 'flex flex-col gap-2';

const FILTERS: readonly { value: GalleryStatus; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'needs_you', label: 'Needs you' },
  { value: 'making', label: 'Making' },
  { value: 'done', label: 'Done' },
];

const SORTS: readonly { value: GallerySort; label: string }[] = [
  { value: 'updated', label: 'Last changed' },
  { value: 'created', label: 'Newest' },
  { value: 'title', label: 'Title' },
];

const NOTHING_HERE: Record<GalleryStatus, string> = {
  all: 'No projects yet. Write a brief, or run an example for free.',
  needs_you: 'Nothing needs you now.',
  making: 'Nothing is being made now.',
  done: 'No film is done yet.',
};

function Loading({ view }: { view: View }) {
  return (
    <div role="status" aria-label="Loading projects" className={view === 'grid' ? GRID : LIST}>
      {Array.from({ length: 8 }, (_, index) =>
        view === 'grid' ? (
          <div key={index}>
            <Skeleton className="aspect-video !rounded-card" />
            <Skeleton className="mt-3 h-3.5 w-1/2" />
            <Skeleton className="mt-2 h-3 w-3/4" />
          </div>
        ) : (
          <Skeleton key={index} className="h-[66px] !rounded-card" />
        ),
      )}
    </div>
  );
}

interface CardsProps {
  view: View;
  cards: readonly ProjectCard[];
}

function Cards({ view, cards }: CardsProps) {
  const { mutate: remove } = useDeleteProject();
  const Card = view === 'grid' ? ProjectTile : ProjectRow;
  return (
    <ul className={view === 'grid' ? GRID : LIST}>
      {cards.map((card) => (
        <li key={card.id} className="min-w-0">
          <Card card={card} onDelete={remove} />
        </li>
      ))}
    </ul>
  );
}

/** All projects: filter, sort, grid or list. `search` comes from the page's search field. */
export function Gallery({ search }: { search: string }) {
  const [status, setStatus] = useState<GalleryStatus>('all');
  const [sort, setSort] = useRemembered<GallerySort>('gallery.sort', 'updated');
  const [view, setView] = useRemembered<View>('gallery.view', 'grid');
  const gallery = useGallery({ query: search, status, sort });
  const { cards } = gallery;
  return (
    <section aria-labelledby="gallery-title">
      <div className="mt-[22px] mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id="gallery-title" className="text-stage font-semibold">
          Projects
        </h2>
        <Segmented
          label="Show"
          value={status}
          onChange={setStatus}
          segments={FILTERS.map((filter) => ({ ...filter, count: gallery.counts[filter.value] }))}
        />
        <div className="flex-1" />
        <Select quiet label="Sort by" value={sort} onChange={setSort} options={SORTS} />
        <Segmented
          label="View"
          value={view}
          onChange={setView}
          segments={[
            { value: 'grid', name: 'Grid', label: <LayoutGrid aria-hidden size={15} strokeWidth={1.75} /> },
            { value: 'list', name: 'List', label: <List aria-hidden size={15} strokeWidth={1.75} /> },
          ]}
        />
      </div>
      {gallery.isPending && <Loading view={view} />}
      {gallery.isError && cards.length === 0 && (
        <EmptyState action={<Button onClick={() => void gallery.refetch()}>Try again</Button>}>
          {sayProblem(gallery.error)}
        </EmptyState>
      )}
      {gallery.isSuccess && cards.length === 0 && (
        <EmptyState>{search ? `No project matches "${search}".` : NOTHING_HERE[status]}</EmptyState>
      )}
      {cards.length > 0 && <Cards view={view} cards={cards} />}
      {gallery.hasNextPage && (
        <div className="mt-6 flex justify-center">
          <Button onClick={() => void gallery.fetchNextPage()} disabled={gallery.isFetchingNextPage}>
            {gallery.isFetchingNextPage ? 'Loading' : 'Show more'}
          </Button>
        </div>
      )}
    </section>
  );
}
