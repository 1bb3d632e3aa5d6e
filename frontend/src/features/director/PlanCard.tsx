import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, ChevronDown, ClockAlert, ListChecks, LoaderCircle, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { sayProblem } from '@/api/client';
import type { ProjectLive } from '@/api/live';
import { applyPlan, cancelOperation, discardPlan, patchPlan, refreshPlan, undoPlan } from '@/api/projects';
import type { Operation, Plan, Project } from '@/api/types';
import { projectKey } from '@/api/useProject';
import { useProjectVerb } from '@/api/useProjectVerb';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { formatUsd } from '@/shared/lib/money';
import { formatLeft } from '@/shared/lib/time';
import { Button, ProgressBar, Tag } from '@/shared/ui';
import { BudgetDialog } from './BudgetDialog';
import { draftOf, PlanEditor, type PlanDraft } from './PlanEditor';
import { PlanOptions } from './PlanOptions';
import { PlanRows, PriceRow, StaleRow } from './PlanRows';
import {
  budgetNeeded,
  changedItems,
  failuresOf,
  isActive,
  operationOf,
  planCost,
  planResult,
  planState,
  planTitle,
  priceOf,
} from './planWords';

interface PlanCardProps {
  plan: Plan;
  project: Project;
  live: ProjectLive;
  /** The plan whose Apply is the filled button of the screen. */
  main: boolean;
}

const ICON = { 'aria-hidden': true, size: 16, strokeWidth: 1.75 } as const;

function Card({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="overflow-hidden rounded-plan border border-line-2 bg-bg">
      {children}
    </section>
  );
}

interface HeadProps {
  icon: ReactNode;
  title: string;
  state: ReactNode;
}

function Head({ icon, title, state }: HeadProps) {
  return (
    <div className="flex items-center gap-2 px-3 py-2.5">
      {icon}
      <h3 className="min-w-0 flex-1 font-semibold">{title}</h3>
      <span className="num shrink-0 text-small text-tx-3">{state}</span>
    </div>
  );
}

/** A list of changes waiting to be applied, being applied, or used up. */
export function PlanCard(props: PlanCardProps) {
  const { plan, project } = props;
  const operation = operationOf(plan, project);
  if (plan.state === 'proposed' || plan.state === 'outdated') return <OpenPlan {...props} />;
  if (isActive(operation)) return <RunningPlan {...props} operation={operation} />;
  return <UsedPlan {...props} operation={operation} />;
}

const Problem = ({ error }: { error: Error | null }) =>
  error && (
    <p role="alert" className="border-t border-line px-3 py-2 text-small text-fail">
      {sayProblem(error)}
    </p>
  );

function OpenPlan({ plan, project, main }: PlanCardProps) {
  const client = useQueryClient();
  const verb = useProjectVerb(project.id);
  const [draft, setDraft] = useState<PlanDraft | null>(null);
  const [raising, setRaising] = useState(false);
  const outdated = plan.state === 'outdated';
  const needed = budgetNeeded(plan, project);
  const count = draft?.items.length ?? changedItems(plan).length;
  const price = formatUsd(...priceOf(plan, draft ? count : plan.price.items));
  const saved = () => (draft ? patchPlan(project.id, plan.id, toPatch(draft, plan)) : Promise.resolve(plan));
  const reread = async () => {
    await client.invalidateQueries({ queryKey: projectKey(project.id) });
  };
  const option = useMutation({
    mutationFn: (wanted: number) => patchPlan(project.id, plan.id, { option: wanted }),
    onSettled: reread,
  });
  const canApply = !outdated && count > 0 && !verb.isPending && !option.isPending;

  const apply = () => {
    if (!canApply) return;
    if (needed !== null) setRaising(true);
    else verb.mutate(() => saved().then(() => applyPlan(project.id, plan.id)));
  };
  const discard = () => verb.mutate(() => discardPlan(project.id, plan.id));
  const keepEdits = () => {
    void saved().then(reread);
    setDraft(null);
  };
  useShortcuts(
    [{ keys: 'mod+enter', label: 'Apply the plan', group: 'Director', whileTyping: true, run: apply }],
    main && !outdated,
  );

  return (
    <Card label={planTitle(plan)}>
      <Head
        icon={<ListChecks {...ICON} className="text-ac" />}
        title={planTitle(plan)}
        state={plan.price.usd_max <= 0 && !outdated ? <Tag tone="ok">free</Tag> : planState(plan)}
      />
      {draft ? (
        <dl>
          <PlanEditor plan={plan} draft={draft} onChange={setDraft} />
          <PriceRow plan={{ ...plan, price: partOf(plan, count) }} />
          <StaleRow plan={plan} />
        </dl>
      ) : (
        <PlanRows
          plan={plan}
          project={project}
          options={
            <PlanOptions
              plan={plan}
              busy={verb.isPending || option.isPending || outdated}
              onChoose={(wanted) => option.mutate(wanted)}
            />
          }
        />
      )}
      {outdated && (
        <p className="flex items-start gap-2 border-t border-line px-3 py-2 text-small text-stale">
          <ClockAlert aria-hidden size={14} strokeWidth={1.75} className="mt-px shrink-0" />
          {plan.outdated_because || 'What it changes has changed since.'}
        </p>
      )}
      <Problem error={verb.error ?? option.error} />
      <div className="flex flex-wrap gap-1.5 border-t border-line bg-panel px-3 py-2.5">
        {outdated ? (
          <Button
            className="flex-1"
            price="free"
            onClick={() => void refreshPlan(project.id, plan.id).then(reread, reread)}
          >
            Refresh plan
          </Button>
        ) : (
          <Button
            variant={main ? 'filled' : 'outline'}
            className="flex-1"
            keys={main ? 'mod+enter' : undefined}
            price={needed === null ? price : undefined}
            aria-disabled={!canApply}
            onClick={apply}
          >
            {needed !== null ? 'Raise budget to apply' : count === 0 ? 'Choose what to change' : 'Apply'}
          </Button>
        )}
        {draft ? (
          <>
            <Button onClick={keepEdits} disabled={count === 0}>
              Keep
            </Button>
            <Button variant="ghost" onClick={() => setDraft(null)}>
              Back
            </Button>
          </>
        ) : (
          <>
            {!outdated && <Button onClick={() => setDraft(draftOf(plan))}>Edit</Button>}
            <Button variant="ghost" onClick={discard} disabled={verb.isPending}>
              Discard
            </Button>
          </>
        )}
      </div>
      {needed !== null && (
        <BudgetDialog project={project} needed={needed} open={raising} onOpenChange={setRaising} />
      )}
    </Card>
  );
}

function toPatch(draft: PlanDraft, plan: Plan) {
  const same = draft.instruction.trim() === draftOf(plan).instruction;
  return {
    items: draft.items,
    instruction: same || draft.instruction.trim() === '' ? null : draft.instruction.trim(),
  };
}

/** The estimate for `count` of a plan's items. */
function partOf(plan: Plan, count: number): Plan['price'] {
  const share = plan.price.items > 0 ? count / plan.price.items : 1;
  const [usd_min, usd_max] = priceOf(plan, count);
  return {
    items: count,
    usd_min,
    usd_max,
    usd_likely: plan.price.usd_likely * share,
    seconds_min: plan.price.seconds_min * share,
    seconds_max: plan.price.seconds_max * share,
  };
}

function RunningPlan({ plan, project, live, operation }: PlanCardProps & { operation: Operation }) {
  const verb = useProjectVerb(project.id);
  const parts = operation.items;
  const ended = parts.filter((part) => !['queued', 'running'].includes(part.status)).length;
  const shares = parts.map((part) =>
    part.status === 'running'
      ? (live.progressOf(part.item)?.progress ?? 0)
      : part.status === 'queued'
        ? 0
        : 1,
  );
  const left = Math.max(0, ...parts.map((part) => live.progressOf(part.item)?.seconds_left ?? 0));
  const stopping = operation.status === 'cancelling';
  const open = parts.length - ended;
  const title = stopping ? 'Cancelling' : `Applying ${Math.min(ended + 1, parts.length)} of ${parts.length}`;
  return (
    <Card label={planTitle(plan)}>
      <Head
        icon={<LoaderCircle {...ICON} className="text-ac motion-safe:animate-spin" />}
        title={title}
        state={left > 0 && !stopping ? formatLeft(left) : ''}
      />
      <div className="flex items-center gap-3 px-3 pb-3">
        <ProgressBar
          label={title}
          value={parts.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / parts.length}
          className="flex-1"
        />
        {!stopping && (
          <Button
            size="compact"
            disabled={verb.isPending}
            onClick={() => verb.mutate(() => cancelOperation(project.id, operation.id))}
          >
            {ended > 0 ? `Cancel the other ${open}` : 'Cancel'}
          </Button>
        )}
      </div>
      <Problem error={verb.error} />
    </Card>
  );
}

function UsedPlan({ plan, project, operation }: PlanCardProps & { operation: Operation | undefined }) {
  const verb = useProjectVerb(project.id);
  const failures = failuresOf(operation, project);
  const undone = plan.state === 'undone';
  const discarded = plan.state === 'discarded' || undone;
  const icon = discarded ? (
    <X {...ICON} className="text-tx-3" />
  ) : failures.length > 0 ? (
    <CircleAlert {...ICON} className="text-fail" />
  ) : (
    <CircleCheck {...ICON} className="text-ok" />
  );
  return (
    <div className="overflow-hidden rounded-plan border border-line-2 bg-bg">
      <details className="group">
        <summary className="flex list-none items-center gap-2 px-3 py-2.5 -outline-offset-2">
          {icon}
          <span
            className={
              discarded ? 'min-w-0 flex-1 truncate text-tx-3' : 'min-w-0 flex-1 truncate font-semibold'
            }
          >
            {undone
              ? `Undone: ${planResult(plan, operation)}`
              : discarded
                ? 'Plan discarded'
                : planResult(plan, operation)}
          </span>
          {!discarded && <span className="num shrink-0 text-small text-tx-3">{planCost(operation)}</span>}
          <ChevronDown
            aria-hidden
            size={14}
            strokeWidth={1.75}
            className="shrink-0 text-tx-3 transition-transform duration-[140ms] group-open:rotate-180"
          />
        </summary>
        {failures.length > 0 && (
          <ul className="border-t border-line px-3 py-2 text-small text-fail">
            {failures.map((failure) => (
              <li key={failure}>{failure}</li>
            ))}
          </ul>
        )}
        <PlanRows plan={plan} project={project} />
      </details>
      {plan.can_undo && (
        <div className="flex items-center justify-end border-t border-line bg-panel px-3 py-1.5">
          <Button
            size="compact"
            variant="ghost"
            disabled={verb.isPending}
            onClick={() => verb.mutate(() => undoPlan(project.id, plan.id))}
          >
            Undo
          </Button>
        </div>
      )}
      <Problem error={verb.error} />
    </div>
  );
}
