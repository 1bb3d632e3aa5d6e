import type { LedgerFilter } from '@/api/money';
import { STAGES, type CallState, type Stage } from '@/api/types';

/** Lets every call through. */
export const NO_FILTER: LedgerFilter = {
  project: '',
  vendor: '',
  model: '',
  stage: '',
  state: '',
  from: '',
  to: '',
};

export const CALL_STATES: readonly CallState[] = [
  'reserved',
  'sent',
  'accepted',
  'settled',
  'released',
  'unknown',
];

const isStage = (text: string): text is Stage => STAGES.some((stage) => stage === text);
const isState = (text: string): text is CallState => CALL_STATES.some((state) => state === text);
const dayOf = (text: string) => (/^\d{4}-\d{2}-\d{2}$/u.test(text) ? text : '');

/** The filter an address asks for; what it can't mean is left out. */
export function filterOf(query: URLSearchParams): LedgerFilter {
  const get = (name: string) => query.get(name) ?? '';
  const [stage, state] = [get('stage'), get('state')];
  return {
    project: get('project'),
    vendor: get('vendor'),
    model: get('model'),
    stage: isStage(stage) ? stage : '',
    state: isState(state) ? state : '',
    from: dayOf(get('from')),
    to: dayOf(get('to')),
  };
}

/** The address of a filter, without what is empty. */
export function queryOf(filter: LedgerFilter): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
}

export const isFiltered = (filter: LedgerFilter) => Object.values(filter).some((value) => value !== '');
