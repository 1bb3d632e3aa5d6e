import { api, apiAddress, ApiProblem } from '@/api/client';
import type { Project, Take } from '@/api/types';
import type { Rect } from './engine/geometry';
import type { Hint } from './engine/history';

export type Intent = 'replace' | 'remove' | 'add' | 'fix' | 'extend';
export type Edge = 'tight' | 'auto' | 'loose';
export type Context = 'tight' | 'auto' | 'wide' | 'whole';

/** Pixels added on each side. */
export type Margins = Rect;

/** What is asked of an edit; what is left out is the intent's usual. */
export interface EditFields {
  readonly intent: Intent;
  readonly prompt: string;
  readonly negative_prompt: string;
  readonly take: number;
  readonly count: number;
  readonly seed?: number | undefined;
  readonly strength?: number | undefined;
  readonly steps?: number | undefined;
  readonly guidance?: number | undefined;
  readonly grow?: number | undefined;
  readonly edge: Edge;
  readonly context: Context;
  readonly box?: Rect | undefined;
  readonly fill_holes: boolean;
  /** May another model try where the first answer is poor or refused. */
  readonly again: boolean;
  readonly margins?: Margins | undefined;
  /** Other items that get the same edit. */
  readonly items?: readonly string[] | undefined;
}

/** The masks that go with it, as 8-bit PNG. */
export interface EditMasks {
  readonly mask: Blob | null;
  readonly protect: Blob | null;
}

/** What an edit would send and cost. */
export interface EditLook {
  readonly box: Rect;
  readonly sent: readonly [number, number];
  readonly feather: number;
  readonly covers: number;
  /** Regions that are better painted one by one. */
  readonly apart: readonly Rect[];
  /** Of one candidate. */
  readonly price_usd: number;
  /** The model of a second try, and what it adds to a candidate; "" and 0 where there is none. */
  readonly again: string;
  readonly price_again_usd: number;
}

/** How a take was edited. `untouched`: pixels compared with the parent; `changed`: those of them that differ. */
export type TakeEdit = NonNullable<Take['edit']>;

/** The edit that made a take; null where none did. */
export const editOf = (take: Take): TakeEdit | null => take.edit;

const at = (project: string, item: string) =>
  `/projects/${encodeURIComponent(project)}/items/${encodeURIComponent(item)}`;

const sides = ({ left, top, right, bottom }: Rect) => [left, top, right, bottom].map(Math.round).join(',');

/** The fields as a form; numbers left to the intent are left out. */
export function editForm(fields: EditFields, { mask, protect }: EditMasks): FormData {
  const form = new FormData();
  const { box, margins, items, ...plain } = fields;
  for (const [name, value] of Object.entries(plain)) if (value !== undefined) form.set(name, String(value));
  if (box) form.set('box', sides(box));
  if (margins) form.set('margins', sides(margins));
  if (items && items.length > 0) form.set('items', items.join(','));
  if (mask) form.set('mask', mask, 'mask.png');
  if (protect) form.set('protect', protect, 'protect.png');
  return form;
}

/** Paint candidates; they become takes that are not in use yet. */
export const inpaint = (project: string, item: string, fields: EditFields, masks: EditMasks) =>
  api.post<Project>(`${at(project, item)}/inpaint`, editForm(fields, masks));

/** What the edit would send and cost; nothing is sent to anyone. */
export const lookAtEdit = (
  project: string,
  item: string,
  fields: EditFields,
  masks: EditMasks,
  signal: AbortSignal,
) => api.post<EditLook>(`${at(project, item)}/inpaint/plan`, editForm(fields, masks), { signal });

/** The same painted part with another edge or colour match, as a new take, free. */
export const reblend = (
  project: string,
  item: string,
  body: { take: number; feather?: number; colour_match?: number },
) => api.post<Project>(`${at(project, item)}/reblend`, body);

/** What is looked for: at the points, in the box, or by the words, which a model finds for money. */
export type RegionWanted =
  { points: readonly Hint[]; box?: Rect; take: number } | { words: string; model: string; take: number };

/** A mask (PNG) of the thing that is wanted. Raises ApiProblem. */
export async function selectRegion(
  project: string,
  item: string,
  body: RegionWanted,
  signal: AbortSignal,
): Promise<Blob> {
  const response = await fetch(apiAddress(`${at(project, item)}/select-region`), {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'image/png' },
    body: JSON.stringify(body),
    signal,
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiProblem({
      code: 'unreachable',
      detail: 'The studio did not answer. Check that it is running, then try again.',
      status: 0,
    });
  });
  if (response.ok) return response.blob();
  const said = (await response.json().catch(() => ({}))) as { code?: string; detail?: string };
  throw new ApiProblem({
    code: said.code ?? 'unexpected',
    detail: said.detail ?? 'Nothing was found there. Point at it again, or draw a box around it.',
    status: response.status,
  });
}
