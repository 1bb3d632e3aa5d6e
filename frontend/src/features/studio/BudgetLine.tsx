import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleDollarSign } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { sayProblem } from '@/api/client';
import { LEDGER_KEY, setMonth } from '@/api/money';
import { patchProject } from '@/api/projects';
import type { Project } from '@/api/types';
import { keepProject } from '@/api/useProject';
import { budgetFor } from '@/features/money/spendWords';
import { NO_AMOUNT, parseAmount } from '@/shared/lib/money';
import { Button, Field } from '@/shared/ui';
import type { BudgetStop } from './useProjectActions';

interface BudgetLineProps {
  project: Project;
  stop: BudgetStop;
  onClose: () => void;
}

/** Says which budget stopped the work and asks for a higher one, without covering the pictures. Esc leaves it. */
export function BudgetLine({ project, stop, onClose }: BudgetLineProps) {
  const client = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const month = stop.budget === 'month';
  const [typed, setTyped] = useState(month ? '' : String(budgetFor(project.spend, stop.price)));
  const amount = parseAmount(typed);
  const raise = useMutation({
    mutationFn: async (budget: number | null) => {
      if (month) await setMonth(budget);
      else keepProject(client, await patchProject(project.id, { budget_usd: budget }));
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: LEDGER_KEY });
      onClose();
      stop.again();
    },
  });
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    onClose();
  };
  const error = amount === undefined ? NO_AMOUNT : raise.isError ? sayProblem(raise.error) : undefined;
  return (
    // Esc is heard from its field and its buttons.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      aria-label="Raise the budget"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (amount !== undefined) raise.mutate(amount);
      }}
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-stale-tint px-3 py-2 sm:px-5"
    >
      <CircleDollarSign aria-hidden size={16} strokeWidth={1.75} className="shrink-0 text-stale" />
      <p role="alert" className="min-w-56 flex-1 text-small">
        {stop.sentence}
      </p>
      <span aria-hidden className="-mr-1 text-small text-tx-2">
        {month ? "Month's budget, $" : 'New budget, $'}
      </span>
      <Field
        ref={field}
        label={month ? "New month's budget, US dollars" : 'New budget, US dollars'}
        labelHidden
        inputMode="decimal"
        placeholder="No limit"
        value={typed}
        onChange={(event) => {
          raise.reset();
          setTyped(event.target.value);
        }}
        error={error}
        className="num w-28"
      />
      <Button variant="ghost" onClick={onClose}>
        Not now
      </Button>
      <Button type="submit" variant="filled" aria-disabled={amount === undefined || raise.isPending}>
        Raise and go on
      </Button>
    </form>
  );
}
