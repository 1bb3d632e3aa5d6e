import { api } from './client';
import type {
  Adjustment,
  ApproveRequest,
  ItemPatch,
  Note,
  NoteAnswer,
  NoteRequest,
  Plan,
  PlanPatch,
  Project,
  ProjectPage,
  ProjectPatch,
  ProjectRequest,
  RegenerateRequest,
  Stage,
} from './types';

export type GalleryStatus = 'all' | 'needs_you' | 'making' | 'done';
export type GallerySort = 'updated' | 'created' | 'title';

export interface GalleryQuery {
  query: string;
  status: GalleryStatus;
  sort: GallerySort;
}

export type ExportKind = 'mp4' | 'pdf' | 'srt' | 'vtt' | 'otio' | 'fcpxml' | 'edl' | 'zip';

const at = (id: string) => `/projects/${encodeURIComponent(id)}`;
const atItem = (id: string, item: string) => `${at(id)}/items/${encodeURIComponent(item)}`;
const atPlan = (id: string, plan: string) => `${at(id)}/plans/${encodeURIComponent(plan)}`;
const atOperation = (id: string, operation: string) =>
  `${at(id)}/operations/${encodeURIComponent(operation)}`;

export const listProjects = (gallery: GalleryQuery, cursor: string | null, signal?: AbortSignal) =>
  api.get<ProjectPage>('/projects', { params: { ...gallery, cursor }, ...(signal && { signal }) });
export const createProject = (body: ProjectRequest) => api.post<Project>('/projects', body);
export const getProject = (id: string, signal?: AbortSignal) =>
  api.get<Project>(at(id), { ...(signal && { signal }) });
export const patchProject = (id: string, body: ProjectPatch) => api.patch<Project>(at(id), body);
export const deleteProject = (id: string) => api.del(at(id));
export const restoreProject = (id: string) => api.post<Project>(`${at(id)}/restore`);

/** Answers at once; the reply is streamed over the live socket. */
export const sendNote = (id: string, body: NoteRequest) =>
  api.post<NoteAnswer>(`${at(id)}/notes`, body, { params: { wait: false } });
export const patchPlan = (id: string, plan: string, body: PlanPatch) =>
  api.patch<Plan>(atPlan(id, plan), body);
export const applyPlan = (id: string, plan: string) => api.post<Project>(`${atPlan(id, plan)}/apply`);
/** Take everything an applied plan did back, as one; refused with what stands in the way. */
export const undoPlan = (id: string, plan: string) => api.post<Project>(`${atPlan(id, plan)}/undo`);
/** Stop a reply; what was written until then is kept. */
export const stopReply = (id: string, note: string) =>
  api.post<Note>(`${at(id)}/notes/${encodeURIComponent(note)}/stop`);
export const discardPlan = (id: string, plan: string) => api.post<Project>(`${atPlan(id, plan)}/discard`);
export const refreshPlan = (id: string, plan: string) => api.post<Plan>(`${atPlan(id, plan)}/refresh`);

export const generateStage = (id: string, stage: Stage, revision?: number) =>
  api.post<Project>(`${at(id)}/stages/${stage}/generate`, { revision: revision ?? null });
export const regenerateStage = (id: string, stage: Stage, body: RegenerateRequest) =>
  api.post<Project>(`${at(id)}/stages/${stage}/regenerate`, body);
export const approveStage = (id: string, stage: Stage, body: ApproveRequest) =>
  api.post<Project>(`${at(id)}/stages/${stage}/approve`, body);
export const reopenStage = (id: string, stage: Stage) =>
  api.post<Project>(`${at(id)}/stages/${stage}/reopen`);

export const patchItem = (id: string, item: string, body: ItemPatch) =>
  api.patch<Project>(atItem(id, item), body);
export const selectTake = (id: string, item: string, take: number) =>
  api.post<Project>(`${atItem(id, item)}/select`, { take });
export function uploadTake(id: string, item: string, file: File): Promise<Project> {
  const form = new FormData();
  form.append('file', file);
  return api.post<Project>(`${atItem(id, item)}/takes`, form);
}

/** A take's light, colour or frame changed on the server, as a new take, free. `take`: null is the one in use. */
export const adjustTake = (id: string, item: string, adjustment: Adjustment, take: number | null) =>
  api.post<Project>(`${atItem(id, item)}/adjust`, { adjustment, take });
/** A quick look at an adjustment; nothing is kept. */
export const lookAtAdjustment = (
  id: string,
  item: string,
  adjustment: Adjustment,
  take: number,
  signal: AbortSignal,
) => api.picture(`${atItem(id, item)}/adjust/look`, { adjustment, take }, { signal });

export const cancelOperation = (id: string, operation: string) =>
  api.post<Project>(`${atOperation(id, operation)}/cancel`);
/** Look up at the vendor what became of calls whose outcome is not known; sends nothing again. */
export const checkOperation = (id: string, operation: string) =>
  api.post<Project>(`${atOperation(id, operation)}/check`);
export const retryOperation = (id: string, operation: string) =>
  api.post<Project>(`${atOperation(id, operation)}/retry`);

/** Address of a stored picture or film. `width` asks for a smaller picture, in pixels. */
export function blobUrl(sha256: string, options: { width?: number; download?: string } = {}): string {
  const query = new URLSearchParams();
  if (options.width) query.set('w', String(options.width));
  if (options.download) query.set('download', options.download);
  const text = query.toString();
  return `/api/blobs/${sha256}${text ? `?${text}` : ''}`;
}

/** Address of a delivery, for a download link. */
export const exportUrl = (id: string, kind: ExportKind) => `/api${at(id)}/export/${kind}`;
