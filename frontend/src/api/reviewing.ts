import { api } from './client';
import type {
  KeepRequest,
  LikeRequest,
  Lock,
  MergeRequest,
  Project,
  Renewal,
  RenewRequest,
  Reopening,
  Stage,
  TriesRequest,
} from './types';

const at = (id: string) => `/projects/${encodeURIComponent(id)}`;
const atStage = (id: string, stage: Stage) => `${at(id)}/stages/${stage}`;

/** How far a renewal goes: the stage alone, or everything below it too. */
export type Depth = NonNullable<RenewRequest['depth']>;

/** What renewing everything stale of a stage would make and cost. */
export const lookAtRenewal = (id: string, stage: Stage, depth: Depth) =>
  api.get<Renewal>(`${atStage(id, stage)}/renewal`, { params: { depth } });
export const renewStage = (id: string, stage: Stage, body: RenewRequest) =>
  api.post<Project>(`${atStage(id, stage)}/renew`, body);
/** Keeps stale takes as they are until their sources change again, or takes that back. */
export const keepAsIs = (id: string, stage: Stage, body: KeepRequest) =>
  api.post<Project>(`${atStage(id, stage)}/keep`, body);
/** Exactly these parts of these items are kept by every later plan. */
export const lockItems = (id: string, items: readonly string[], locks: readonly Lock[]) =>
  api.put<Project>(`${at(id)}/locks`, { items, locks });

/** What reopening an approved stage would mean; nothing is done. */
export const lookAtReopening = (id: string, stage: Stage) =>
  api.get<Reopening>(`${atStage(id, stage)}/reopening`);
export const tryUntil = (id: string, stage: Stage, body: TriesRequest) =>
  api.post<Project>(`${atStage(id, stage)}/tries`, body);
export const stopTrying = (id: string, tries: string) =>
  api.post<Project>(`${at(id)}/tries/${encodeURIComponent(tries)}/stop`);
export const mergeStory = (id: string, body: MergeRequest) =>
  api.post<Project>(`${at(id)}/items/story/merge`, body);
/** New takes of other items like this one. */
export const makeAlike = (id: string, item: string, body: LikeRequest) =>
  api.post<Project>(`${at(id)}/items/${encodeURIComponent(item)}/like`, body);

/** A character, place or product with an own picture. */
export interface OwnReference {
  kind: 'character' | 'place' | 'product';
  name: string;
  description: string;
  /** Ids of the shots that show it. */
  shots: readonly string[];
}

export function addReference(id: string, file: File, wish: OwnReference): Promise<Project> {
  const form = new FormData();
  form.append('file', file);
  form.append('name', wish.name);
  form.append('description', wish.description);
  form.append('kind', wish.kind);
  form.append('shots', wish.shots.join(','));
  return api.post<Project>(`${at(id)}/references`, form);
}
