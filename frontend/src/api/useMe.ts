import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getMe, getSetup, signOut } from './account';
import { ApiProblem } from './client';
import type { Me } from './types';

export const ME_KEY = ['me'] as const;

async function meOrNobody(): Promise<Me | null> {
  try {
    return await getMe();
  } catch (cause) {
    if (cause instanceof ApiProblem && cause.status === 401) return null;
    throw cause;
  }
}

/** Who is signed in; `data` is null for nobody. */
export const useMe = () => useQuery({ queryKey: ME_KEY, queryFn: meOrNobody, staleTime: Infinity });

/** What the server offers: registration, rehearsal, examples. */
export const useSetup = () => useQuery({ queryKey: ['setup'], queryFn: getSetup, staleTime: Infinity });

/** Sign out and forget everything that was read. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' && queryKey[0] !== 'setup' });
      client.setQueryData(ME_KEY, null);
    },
  });
}
