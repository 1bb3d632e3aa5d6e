import { Check } from 'lucide-react';
import { Checkbox } from 'radix-ui';
import { useId } from 'react';
import type { Plan } from '@/api/types';
import { TextArea } from '@/shared/ui';
import { Row } from './PlanRows';
import { changedItems } from './planWords';

export interface PlanDraft {
  /** Items that stay in the plan. */
  items: string[];
  /** What all of them are told; empty leaves each as it is. */
  instruction: string;
}

export function draftOf(plan: Plan): PlanDraft {
  const told = new Set(plan.changes.map((change) => change.instruction));
  return { items: changedItems(plan), instruction: told.size === 1 ? ([...told][0] ?? '') : '' };
}

interface ItemCheckProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function ItemCheck({ label, checked, onChange }: ItemCheckProps) {
  const id = useId();
  return (
    <div className="flex min-h-7 items-center gap-2">
      <Checkbox.Root
        id={id}
        checked={checked}
        onCheckedChange={(next) => onChange(next === true)}
        className="touch grid size-4 shrink-0 place-items-center rounded-tag bg-bg edge-ctl data-[state=checked]:bg-ac data-[state=checked]:text-on-ac data-[state=checked]:shadow-none"
      >
        <Checkbox.Indicator>
          <Check aria-hidden size={12} strokeWidth={2.5} />
        </Checkbox.Indicator>
      </Checkbox.Root>
      <label htmlFor={id} className="text-tx">
        {label}
      </label>
    </div>
  );
}

interface PlanEditorProps {
  plan: Plan;
  draft: PlanDraft;
  onChange: (draft: PlanDraft) => void;
}

/** The change row of a plan as it is being edited: which items, and what they are told. */
export function PlanEditor({ plan, draft, onChange }: PlanEditorProps) {
  const items = changedItems(plan);
  const labelOf = (id: string) => plan.changes.find((change) => change.item === id)?.label ?? id;
  const toggle = (id: string, on: boolean) =>
    onChange({ ...draft, items: items.filter((item) => (item === id ? on : draft.items.includes(item))) });
  return (
    <Row name="Change">
      {items.length > 1 && (
        <div role="group" aria-label="Items of the plan" className="mb-2">
          {items.map((id) => (
            <ItemCheck
              key={id}
              label={labelOf(id)}
              checked={draft.items.includes(id)}
              onChange={(on) => toggle(id, on)}
            />
          ))}
        </div>
      )}
      <TextArea
        label="Instruction"
        maxLength={2000}
        maxRows={6}
        value={draft.instruction}
        onChange={(event) => onChange({ ...draft, instruction: event.target.value })}
        hint={draft.instruction === '' ? 'Empty leaves what each is told as it is.' : undefined}
      />
    </Row>
  );
}
