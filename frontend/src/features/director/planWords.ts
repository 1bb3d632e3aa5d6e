import type { Operation, Plan, PlanChange, Project } from '@/api/types';
import { itemName } from '@/shared/lib/items';
import { formatUsd } from '@/shared/lib/money';
import { formatWait } from '@/shared/lib/time';
import { countItems, countOf, sentence } from '@/shared/lib/words';

const ACTIVE = new Set<Operation['status']>(['queued', 'running', 'waiting', 'cancelling']);

/** The items a plan changes, each once, in order. */
export function changedItems(plan: Plan): string[] {
  return [...new Set(plan.changes.map((change) => change.item))];
}

/** What all of a plan's changes are; undefined where they differ. */
function onlyKind(plan: Plan): PlanChange['kind'] | undefined {
  const [first] = plan.changes;
  return plan.changes.every(({ kind }) => kind === first?.kind) ? first?.kind : undefined;
}

/** `3 frames`, `Frame 4A`, `2 changes` for a story. */
function planExtent(plan: Plan): string {
  const [first] = plan.changes;
  if (plan.stage === 'story' && plan.changes.length === 1) return 'story';
  if (plan.changes.length === 1 && first) return first.label;
  if (plan.stage === 'story') return countOf(plan.changes.length, 'change');
  return countItems(changedItems(plan).length, plan.stage);
}

export const planTitle = (plan: Plan) => `Plan, ${planExtent(plan)}`;

/** What is done to an item, in words. */
export function changeWords(change: PlanChange): string {
  const parts = change.locks.join(', ');
  switch (change.kind) {
    case 'pick':
      return `Use take ${change.take ?? 1}`;
    case 'adjust':
      return sentence(change.adjusts);
    case 'lock':
      return `Lock ${parts}`;
    case 'unlock':
      return `Unlock ${parts}`;
    default:
      return change.instruction;
  }
}

/** Changes that say the same, put together: what is said, and to which. */
export function groupChanges(
  changes: readonly PlanChange[],
): { instruction: string; changes: PlanChange[] }[] {
  const groups = new Map<string, PlanChange[]>();
  for (const change of changes) {
    const said = changeWords(change);
    groups.set(said, [...(groups.get(said) ?? []), change]);
  }
  return [...groups].map(([instruction, grouped]) => ({ instruction, changes: grouped }));
}

/** The price of `count` of a plan's items: lowest and highest, in dollars. */
export function priceOf(plan: Plan, count: number): [number, number] {
  const share = plan.price.items > 0 ? count / plan.price.items : 1;
  return [plan.price.usd_min * share, plan.price.usd_max * share];
}

/** What stands behind the price: `3 × $0.04, 35 to 60 s`. */
export function priceDetail(plan: Plan): string {
  const { items, usd_min, usd_max, seconds_min, seconds_max } = plan.price;
  const each = items > 1 && usd_max > 0 ? `${items} × ${formatUsd(usd_min / items, usd_max / items)}` : '';
  const wait = seconds_max > 0 ? formatWait(seconds_min, seconds_max) : 'at once';
  return [each, wait].filter(Boolean).join(', ');
}

/** The work a plan started, as far as it is known. */
export function operationOf(plan: Plan, project: Project): Operation | undefined {
  return project.operations.find((operation) => operation.id === plan.operation);
}

export const isActive = (operation: Operation | undefined): operation is Operation =>
  operation !== undefined && ACTIVE.has(operation.status);

/** Where a plan stands, in two words. */
export function planState(plan: Plan): string {
  if (plan.state === 'proposed') return 'not applied';
  return plan.state === 'outdated' ? 'out of date' : plan.state;
}

/** What an applied plan came to: `3 frames remade`, `2 of 3 made`, `Story changed`. */
export function planResult(plan: Plan, operation: Operation | undefined): string {
  if (operation && operation.items.length > 0) {
    const made = operation.items.filter((part) => part.status === 'succeeded').length;
    if (operation.status === 'cancelled' && made === 0) return 'Cancelled, nothing was made';
    if (made < operation.items.length) return `${made} of ${operation.items.length} made`;
  }
  const [first] = plan.changes;
  const extent = sentence(planExtent(plan));
  switch (onlyKind(plan)) {
    case 'pick':
      if (plan.changes.length === 1 && first) return `${first.label}, take ${String(first.take ?? 1)} in use`;
      return `${extent} switched`;
    case 'adjust':
      return `${extent} adjusted`;
    case 'lock':
      return `${extent} locked`;
    case 'unlock':
      return `${extent} unlocked`;
    case 'cut':
      return 'Cut settings changed';
    case 'undo':
      return 'Taken back';
    default:
      break;
  }
  if (plan.stage === 'story') return 'Story changed';
  return `${sentence(planExtent(plan))} remade`;
}

/** What an applied plan cost and took: `$0.12, 41 s`. */
export function planCost(operation: Operation | undefined): string {
  if (!operation) return 'free';
  const price = formatUsd(operation.cost_usd);
  if (operation.finished_at === null) return price;
  const seconds = (Date.parse(operation.finished_at) - Date.parse(operation.created_at)) / 1000;
  return `${price}, ${formatWait(seconds)}`;
}

/** Why items of an operation failed, one sentence for each. */
export function failuresOf(operation: Operation | undefined, project: Project): string[] {
  return (operation?.items ?? [])
    .filter((part) => part.status === 'failed')
    .map((part) => {
      const item = project.items.find(({ id }) => id === part.item);
      const name = item ? itemName(item) : 'One item';
      return `${name} failed: ${part.message || 'no reason was given'}`;
    });
}

/** The budget a plan needs beyond what is set, in whole dollars; null when it fits. */
export function budgetNeeded(plan: Plan, project: Project): number | null {
  const { spent_usd, held_usd, budget_usd } = project.spend;
  const needed = spent_usd + held_usd + plan.price.usd_max;
  return budget_usd !== null && plan.price.usd_max > 0 && needed > budget_usd + 1e-9
    ? Math.ceil(needed)
    : null;
}
