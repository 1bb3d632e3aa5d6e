import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sayProblem } from '@/api/client';
import { patchProject } from '@/api/projects';
import type { Project } from '@/api/types';
import { keepProject } from '@/api/useProject';
import { formatAmount, formatBudget, NO_AMOUNT, parseAmount } from '@/shared/lib/money';
import { Button, Dialog, Field } from '@/shared/ui';

interface BudgetDialogProps {
  project: Project;
  /** Whole dollars the budget has to be for the plan to fit. */
  needed: number;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Asks for a higher budget. */
export function BudgetDialog({ project, needed, open, onOpenChange }: BudgetDialogProps) {
  const client = useQueryClient();
  const [typed, setTyped] = useState(String(needed));
  const amount = parseAmount(typed);
  // No amount takes the budget away, and then everything fits.
  const fits = amount === null || (amount !== undefined && amount >= needed);
  const raise = useMutation({
    mutationFn: () => patchProject(project.id, { budget_usd: amount ?? null }),
    onSuccess: (next) => {
      keepProject(client, next);
      onOpenChange(false);
    },
  });
  const { spent_usd, budget_usd } = project.spend;
  const error = raise.isError
    ? sayProblem(raise.error)
    : fits
      ? undefined
      : amount === undefined
        ? NO_AMOUNT
        : `The plan needs at least $${needed}.`;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Raise the budget?"
      description={`${formatAmount(spent_usd)} of ${formatBudget(budget_usd ?? 0)} is spent. Raising it spends nothing.`}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>Not now</Button>
          <Button variant="filled" disabled={!fits || raise.isPending} onClick={() => raise.mutate()}>
            Raise budget
          </Button>
        </>
      }
    >
      <Field
        label="New budget, US dollars"
        inputMode="decimal"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        error={error}
        className="mt-4"
      />
    </Dialog>
  );
}
