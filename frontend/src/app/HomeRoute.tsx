import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useSetup } from '@/api/useMe';
import { keepProject } from '@/api/useProject';
import type { Project } from '@/api/types';
import { BriefComposer } from '@/features/brief/BriefComposer';
import { HomePage } from '@/features/home/HomePage';

function askedForBrief(state: unknown): number | undefined {
  if (typeof state !== 'object' || state === null || !('newBrief' in state)) return undefined;
  return typeof state.newBrief === 'number' ? state.newBrief : undefined;
}

export function HomeRoute() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const setup = useSetup().data;
  const [params] = useSearchParams();
  const location = useLocation();
  useEffect(() => {
    document.title = 'Projects, Dailies';
  }, []);
  const open = (project: Project) => {
    keepProject(client, project);
    void navigate(`/projects/${project.id}/story`);
  };
  return (
    <HomePage
      setup={setup}
      search={params.get('q') ?? ''}
      onCreated={open}
      composer={<BriefComposer focusKey={askedForBrief(location.state)} onCreated={open} />}
    />
  );
}
