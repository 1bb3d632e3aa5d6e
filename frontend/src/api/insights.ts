import { api, apiAddress } from './client';
import type { Insights, Mode, Person, Project, RatingRequest } from './types';

export const INSIGHTS_KEY = ['insights'] as const;
export const PEOPLE_KEY = ['people'] as const;

export type Bucket = 'day' | 'week' | 'month';

/** What the numbers are of. Moments are ISO 8601; `person` "" is everybody one may see; `mode` "" both. */
export interface InsightsQuery {
  since: string;
  until: string;
  bucket: Bucket;
  mode: Mode | '';
  person: string;
}

// A person left out is everybody for the owner and oneself for others, which an empty one is not.
const paramsOf = ({ person, ...rest }: InsightsQuery) => ({ ...rest, ...(person !== '' && { person }) });

export const getInsights = (query: InsightsQuery, signal?: AbortSignal) =>
  api.get<Insights>('/insights', { params: paramsOf(query), ...(signal && { signal }) });
/** Address of the same numbers as a spreadsheet, or as they are. */
export const insightsUrl = (query: InsightsQuery, kind: 'csv' | 'json') =>
  apiAddress(kind === 'csv' ? '/insights/csv' : '/insights', paramsOf(query));

export const listPeople = (signal?: AbortSignal) =>
  api.get<Person[]>('/people', { ...(signal && { signal }) });
export const givePlan = (person: string, plan: string) =>
  api.put<undefined>(`/people/${encodeURIComponent(person)}/plan`, { plan });

export const rateProject = (id: string, rating: RatingRequest) =>
  api.post<Project>(`/projects/${encodeURIComponent(id)}/rating`, rating);
