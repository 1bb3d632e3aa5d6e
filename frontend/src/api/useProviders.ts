import { useQuery } from '@tanstack/react-query';
import { getProviders } from './money';

export const PROVIDERS_KEY = ['providers'] as const;

interface ProvidersOptions {
  /** Read again this often, in ms; never by itself where left out. */
  everyMs?: number | undefined;
}

/** Vendors, how they are doing, and all models with their prices. */
export const useProviders = ({ everyMs }: ProvidersOptions = {}) =>
  useQuery({
    queryKey: PROVIDERS_KEY,
    queryFn: ({ signal }) => getProviders(signal),
    ...(everyMs !== undefined && { refetchInterval: everyMs }),
  });
