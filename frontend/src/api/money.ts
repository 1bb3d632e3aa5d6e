import { api, apiAddress } from './client';
import type {
  CallState,
  FilmEstimate,
  FilmRequest,
  KeyTest,
  Ledger,
  ModelEstimates,
  Month,
  ProvidersPage,
  Stage,
} from './types';

/** First part of the key of every query that reads the ledger or the month. */
export const LEDGER_KEY = ['ledger'] as const;

/** What of the ledger is wanted; empty strings let everything through. Days are `2026-11-20`, both included. */
export interface LedgerFilter {
  project: string;
  vendor: string;
  model: string;
  stage: Stage | '';
  state: CallState | '';
  from: string;
  to: string;
}

const DAY_MS = 86_400_000;

/** The filter as the server reads it: days of the reader's own time zone become moments. */
export function ledgerParams({ from, to, ...rest }: LedgerFilter): Record<string, string> {
  const start = (day: string) => Date.parse(`${day}T00:00:00`);
  const moment = (ms: number) => (Number.isNaN(ms) ? '' : new Date(ms).toISOString());
  return { ...rest, since: moment(start(from)), until: moment(start(to) + DAY_MS) };
}

const atVendor = (vendor: string) => `/providers/${encodeURIComponent(vendor)}`;

export const getProviders = (signal?: AbortSignal) =>
  api.get<ProvidersPage>('/providers', { ...(signal && { signal }) });
export const putKey = (vendor: string, key: string) => api.put<undefined>(`${atVendor(vendor)}/key`, { key });
export const removeKey = (vendor: string) => api.del(`${atVendor(vendor)}/key`);
export const testKey = (vendor: string) => api.post<KeyTest>(`${atVendor(vendor)}/test`);

export const estimateFilm = (body: FilmRequest, signal?: AbortSignal) =>
  api.post<FilmEstimate>('/estimates', body, { ...(signal && { signal }) });
export const estimateModels = (brief: FilmRequest['brief'], signal?: AbortSignal) =>
  api.post<ModelEstimates>('/estimates/models', brief, { ...(signal && { signal }) });

export const getLedger = (filter: LedgerFilter, cursor: string | null, signal?: AbortSignal) =>
  api.get<Ledger>('/ledger', { params: { ...ledgerParams(filter), cursor }, ...(signal && { signal }) });
/** Address of the filtered calls as a spreadsheet. */
export const ledgerCsvUrl = (filter: LedgerFilter) => apiAddress('/ledger/csv', ledgerParams(filter));
export const getMonth = (signal?: AbortSignal) =>
  api.get<Month>('/ledger/month', { ...(signal && { signal }) });
/** Dollars that may be spent in a month; null is no limit. */
export const setMonth = (budget: number | null) => api.put<Month>('/ledger/month', { budget_usd: budget });
