import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { estimateFilm, estimateModels } from './money';
import type { BriefRequest, Stage } from './types';

/** What of a brief its price depends on. */
export type FilmSize = Pick<BriefRequest, 'duration_s' | 'aspect_ratio'>;

/** A price is asked for before a word is typed; the server refuses a brief without one. */
const asBrief = (size: FilmSize): BriefRequest => ({ ...size, prompt: 'A film' });

const KEEP_MS = 60_000;

/** Price and time of every stage by model. The last answer stays until the next is here. */
export const useModelPrices = (size: FilmSize, enabled = true) =>
  useQuery({
    queryKey: ['estimates', 'models', size],
    queryFn: ({ signal }) => estimateModels(asBrief(size), signal),
    placeholderData: keepPreviousData,
    staleTime: KEEP_MS,
    enabled,
  });

/** Price and time of a whole film with the chosen models. The last answer stays until the next is here. */
export const useFilmPrice = (size: FilmSize, artists: Readonly<Record<Stage, string>>, enabled = true) =>
  useQuery({
    queryKey: ['estimates', 'film', size, artists],
    queryFn: ({ signal }) => estimateFilm({ brief: asBrief(size), providers: artists }, signal),
    placeholderData: keepPreviousData,
    staleTime: KEEP_MS,
    enabled,
  });
