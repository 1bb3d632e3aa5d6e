import clsx from 'clsx';
import type { ReactNode } from 'react';
import type { Item, Plan, Project } from '@/api/types';
import { itemName, pictureRatio, shownTake } from '@/shared/lib/items';
import { formatUsd } from '@/shared/lib/money';
import { sentence } from '@/shared/lib/words';
import { Picture } from '@/shared/ui';
import { groupChanges, priceDetail } from './planWords';

export function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[4rem_1fr] gap-2 border-t border-line px-3 py-2 text-small leading-[17px]">
      <dt className="text-tx-3">{name}</dt>
      <dd className="min-w-0 text-tx-2">{children}</dd>
    </div>
  );
}

/** The picture an item shows now; a clip shows the frame it is shot from. */
function pictureOf(item: Item, project: Project): string | null {
  const media = shownTake(item)?.media;
  if (media?.media_type.startsWith('image/')) return media.sha256;
  const frame = project.items.find(
    ({ kind, shot }) => kind === 'frame' && shot !== null && shot === item.shot,
  );
  return frame && frame !== item ? (shownTake(frame)?.media?.sha256 ?? null) : null;
}

const MOST_THUMBS = 6;

function Thumbs({ ids, project }: { ids: readonly string[]; project: Project }) {
  const items = ids.flatMap((id) => project.items.find((item) => item.id === id) ?? []);
  const shown = items.flatMap((item) => {
    const sha256 = pictureOf(item, project);
    return sha256 ? [{ item, sha256 }] : [];
  });
  if (shown.length === 0) return null;
  const ratio = pictureRatio(project);
  return (
    <div aria-hidden className="mb-1.5 grid grid-cols-3 gap-1.5">
      {shown.slice(0, MOST_THUMBS).map(({ item, sha256 }) => (
        <Picture
          key={item.id}
          sha256={sha256}
          alt=""
          aspect={ratio >= 1 ? String(ratio) : '1'}
          sizes="80px"
          className="!rounded-tag"
        >
          <span className="code absolute top-[3px] left-[3px] max-w-[calc(100%-6px)] truncate rounded-xs bg-black/72 px-1 text-lane font-medium text-white">
            {itemName(item)}
          </span>
        </Picture>
      ))}
    </div>
  );
}

function Changes({ plan, project }: { plan: Plan; project: Project }) {
  const groups = groupChanges(plan.changes);
  const [only] = groups;
  const ids = [...new Set(plan.changes.map((change) => change.item))];
  return (
    <>
      <Thumbs ids={ids} project={project} />
      {groups.length === 1 && only ? (
        <p className="text-tx">{plan.summary || sentence(only.instruction)}</p>
      ) : (
        <ul className="flex flex-col gap-0.5 text-tx">
          {groups.map((group) => (
            <li key={group.instruction}>
              <span className="text-tx-2">{group.changes.map((change) => change.label).join(', ')}:</span>{' '}
              {group.instruction}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What a plan changes, keeps, costs and makes stale; always in this order. */
export function PlanRows({
  plan,
  project,
  options,
}: {
  plan: Plan;
  project: Project;
  /** The choice between several ways, of a plan that waits. */
  options?: ReactNode;
}) {
  return (
    <dl>
      {options}
      <Row name="Change">
        <Changes plan={plan} project={project} />
      </Row>
      <Row name="Keep">
        {plan.keep || 'Everything else'}
        {plan.locked && <span className="block text-tx-3">{plan.locked}</span>}
      </Row>
      <PriceRow plan={plan} />
      <StaleRow plan={plan} />
    </dl>
  );
}

export function PriceRow({ plan }: { plan: Plan }) {
  return (
    <Row name="Price">
      <span className="num">
        <b className="font-semibold text-tx">{sentence(formatUsd(plan.price.usd_min, plan.price.usd_max))}</b>{' '}
        {priceDetail(plan)}
      </span>
    </Row>
  );
}

export function StaleRow({ plan }: { plan: Plan }) {
  const some = plan.stale.length > 0;
  return (
    <Row name="Stale">
      <span className={clsx(some && 'text-stale')}>{some ? plan.stale.join(' ') : 'Nothing'}</span>
    </Row>
  );
}
