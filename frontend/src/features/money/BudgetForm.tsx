import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { sayProblem } from '@/api/client';
import { formatBudget, NO_AMOUNT, parseAmount } from '@/shared/lib/money';
import { Button, Field } from '@/shared/ui';

interface BudgetFormProps {
  label: string;
  hint: string;
  /** The budget there is; null for none. */
  budget: number | null;
  /** Stores it; null takes it away. */
  save: (budget: number | null) => Promise<unknown>;
  onDone?: () => void;
}

const asTyped = (budget: number | null) => (budget === null ? '' : formatBudget(budget).replace('$', ''));

/** Sets, changes or takes away a budget. An empty field is no limit. */
export function BudgetForm({ label, hint, budget, save, onDone }: BudgetFormProps) {
  const [typed, setTyped] = useState(asTyped(budget));
  const amount = parseAmount(typed);
  const store = useMutation({
    mutationFn: (value: number | null) => save(value),
    onSuccess: () => onDone?.(),
  });
  const error = amount === undefined ? NO_AMOUNT : store.isError ? sayProblem(store.error) : undefined;
  return (
    <form
      className="flex items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (amount !== undefined && amount !== budget) store.mutate(amount);
      }}
    >
      <Field
        label={label}
        inputMode="decimal"
        autoComplete="off"
        placeholder="No limit"
        value={typed}
        onChange={(event) => {
          store.reset();
          setTyped(event.target.value);
        }}
        hint={hint}
        error={error}
        className="num min-w-0 flex-1"
      />
      <Button
        type="submit"
        aria-disabled={amount === undefined || amount === budget || store.isPending}
        className="mt-5"
      >
        {amount === null && budget !== null ? 'Remove limit' : 'Set'}
      </Button>
    </form>
  );
}
