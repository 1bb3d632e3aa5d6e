import { useEffect } from 'react';
import { ProvidersPage } from '@/features/providers/ProvidersPage';

export function ProvidersRoute() {
  useEffect(() => {
    document.title = 'Providers, Dailies';
  }, []);
  return <ProvidersPage />;
}
