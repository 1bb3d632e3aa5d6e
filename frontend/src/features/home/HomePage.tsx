import type { ReactNode } from 'react';
import type { Project, Setup } from '@/api/types';
import { Examples } from './Examples';
import { Gallery } from './Gallery';

interface HomePageProps {
  setup: Setup | undefined;
  search: string;
  composer: ReactNode;
  onCreated: (project: Project) => void;
}

/** The question, three examples, and everything made so far. */
export function HomePage({ setup, search, composer, onCreated }: HomePageProps) {
  return (
    <div className="mx-auto max-w-[90rem] px-4 pt-[22px] pb-16 md:px-8 xl:px-16">
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[1fr_25.5rem]">
        <div className="flex min-w-0 flex-col">
          <h1 className="mb-2.5 text-display font-semibold tracking-[-.022em]">What are we making?</h1>
          {composer}
        </div>
        <Examples examples={setup?.examples} rehearsal={setup?.rehearsal ?? true} onCreated={onCreated} />
      </div>
      <Gallery search={search} />
    </div>
  );
}
