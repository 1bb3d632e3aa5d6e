import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { RouterProvider } from 'react-router';
import { ApiProblem } from '@/api/client';
import { ME_KEY } from '@/api/useMe';
import { shortcuts } from '@/shared/lib/keys';
import { TooltipProvider } from '@/shared/ui';
import { makeRouter } from './router';

function makeClient(): QueryClient {
  const noticeSignOut = (cause: Error) => {
    if (cause instanceof ApiProblem && cause.status === 401 && cause.code !== 'wrong_credentials') {
      client.setQueryData(ME_KEY, null);
    }
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noticeSignOut }),
    mutationCache: new MutationCache({ onError: noticeSignOut }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, cause) => !(cause instanceof ApiProblem && cause.status >= 400) && count < 2,
      },
    },
  });
  return client;
}

function useKeyboard() {
  useEffect(() => {
    const handle = (event: KeyboardEvent) => {
      shortcuts.handle(event);
    };
    window.addEventListener('keydown', handle);
    return () => window.removeEventListener('keydown', handle);
  }, []);
}

/** The whole web app. */
export function App() {
  const [client] = useState(makeClient);
  const [router] = useState(makeRouter);
  useKeyboard();
  return (
    <QueryClientProvider client={client}>
      <TooltipProvider delayDuration={400}>
        <RouterProvider router={router} />
      </TooltipProvider>
    </QueryClientProvider>
  );
}
