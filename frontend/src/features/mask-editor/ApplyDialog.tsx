import { useState } from 'react';
import { selectTake } from '@/api/projects';
import type { Item, Project, Take } from '@/api/types';
import { itemName, shownTake } from '@/shared/lib/items';
import { countOf, listOf } from '@/shared/lib/words';
import { Button, Dialog, Picture } from '@/shared/ui';
import { inpaint } from './api';
import { letterOf, runOf, stateOf, type Run } from './candidates';
import type { MaskEngine } from './engine/MaskEngine';
import type { EditRun } from './useEditRun';
import { candidatesOf, fieldsOf, missing, rangeWords, type Wishes } from './wishes';

interface ApplyDialogProps {
  project: Project;
  item: Item;
  base: Take;
  engine: MaskEngine;
  covers: number;
  wishes: Wishes;
  /** Dollars for one candidate. */
  price: number | null;
  /** What second tries may add to each. */
  priceAgain: number;
  mutate: EditRun['mutate'];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Why the edit can't go to an item; null where it can. */
function unfit(other: Item, base: Take): string | null {
  const take = shownTake(other);
  if (!take?.media || !base.media) return 'no take yet';
  if (other.work) return 'being made';
  const same = take.media.width === base.media.width && take.media.height === base.media.height;
  return same ? null : 'of another size';
}

/** The same mask and words on other frames; each result is taken or left on its own. */
export function ApplyDialog(props: ApplyDialogProps) {
  const { project, item, base, engine, wishes, price, mutate, open, onOpenChange } = props;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [run, setRun] = useState<{ run: Run; items: readonly string[] } | null>(null);
  const [problem, setProblem] = useState('');
  const others = project.items.filter((other) => other.kind === item.kind && other.id !== item.id);
  const count = candidatesOf(wishes);
  const lack = chosen.length === 0 ? 'Choose at least one.' : missing(wishes, props.covers);
  const apply = () => {
    const [first, ...rest] = chosen;
    if (!first) return;
    setProblem('');
    const ask = async () => {
      const [mask, protect] = await Promise.all([engine.exportPng('mask'), engine.exportPng('protect')]);
      const number = shownTake(project.items.find(({ id }) => id === first) ?? item)?.number ?? base.number;
      const fields = fieldsOf(wishes, number, engine.document.frame);
      return inpaint(project.id, first, { ...fields, items: rest }, { mask, protect });
    };
    mutate(ask, {
      onSuccess: (changed) => {
        const begun = runOf(changed, first, 0);
        if (begun) setRun({ run: begun, items: chosen });
      },
      onError: (cause) => setProblem(cause instanceof Error ? cause.message : ''),
    });
  };
  const cost =
    price === null
      ? undefined
      : rangeWords(price * count * chosen.length, (price + props.priceAgain) * count * chosen.length);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Apply the same edit to other frames"
      description="The same mask, words and settings. Every frame keeps its take until you use a result."
      className="!w-[min(46rem,calc(100vw-2rem))]"
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>Close</Button>
          {!run && (
            <Button variant="filled" aria-disabled={lack !== null} price={cost} onClick={apply}>
              Generate {count} for {countOf(chosen.length, 'frame')}
            </Button>
          )}
        </>
      }
    >
      {run ? (
        <ul className="mt-3 flex flex-col gap-3">
          {run.items.map((id) => (
            <FrameResult key={id} project={project} id={id} run={run.run} mutate={mutate} />
          ))}
        </ul>
      ) : (
        <ul className="mt-3 grid grid-cols-2 gap-2 sm:grid-cols-3">
          {others.map((other) => (
            <FrameChoice
              key={other.id}
              item={other}
              because={unfit(other, base)}
              checked={chosen.includes(other.id)}
              onCheck={(on) => setChosen(on ? [...chosen, other.id] : chosen.filter((id) => id !== other.id))}
            />
          ))}
        </ul>
      )}
      {!run && lack && <p className="mt-3 text-small text-tx-2">{lack}</p>}
      {problem && (
        <p role="alert" className="mt-3 text-small text-fail">
          {problem}
        </p>
      )}
    </Dialog>
  );
}

interface FrameChoiceProps {
  item: Item;
  because: string | null;
  checked: boolean;
  onCheck: (on: boolean) => void;
}

function FrameChoice({ item, because, checked, onCheck }: FrameChoiceProps) {
  return (
    <li>
      <label className="flex min-h-11 items-center gap-2 rounded-card p-1.5 hover:bg-hover has-disabled:text-tx-3">
        <input
          type="checkbox"
          checked={checked}
          disabled={because !== null}
          onChange={(event) => onCheck(event.target.checked)}
          className="size-4 shrink-0 accent-ac"
        />
        <Picture sha256={shownTake(item)?.media?.sha256} alt="" aspect="16 / 9" className="w-20 shrink-0" />
        <span className="min-w-0 text-small">
          <b className="code block truncate font-semibold">{itemName(item)}</b>
          {because && <span className="text-tx-3">{because}</span>}
        </span>
      </label>
    </li>
  );
}

interface FrameResultProps {
  project: Project;
  id: string;
  run: Run;
  mutate: EditRun['mutate'];
}

function FrameResult({ project, id, run, mutate }: FrameResultProps) {
  const item = project.items.find((one) => one.id === id);
  if (!item) return null;
  const operation = project.operations.find((one) => one.id === run.operation);
  const made = item.takes.filter((take) => take.origin === 'edit' && take.created_at >= run.startedAt);
  const base = made[0]?.parent ?? item.selected ?? 0;
  const { takes, waiting, problems } = stateOf(project, item, run, base);
  const before = item.takes.find(({ number }) => number === base);
  return (
    <li className="border-t border-line pt-3">
      <p className="mb-2 flex flex-wrap items-baseline gap-x-3 text-small">
        <b className="code font-semibold">{itemName(item)}</b>
        {(waiting > 0 || !operation) && <span className="num text-tx-3">Making {waiting}</span>}
        {problems.length > 0 && <span className="text-fail">{listOf(problems)}</span>}
      </p>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-5">
        <div className="flex flex-col gap-1">
          <Picture sha256={before?.media?.sha256} alt="Before" aspect="16 / 9" />
          <Button
            size="compact"
            pressed={item.selected === base}
            onClick={() => mutate(() => selectTake(project.id, item.id, base))}
          >
            {item.selected === base ? 'As it was, in use' : 'As it was'}
          </Button>
        </div>
        {takes.map((take, index) => (
          <div key={take.number} className="flex flex-col gap-1">
            <Picture sha256={take.media?.sha256} alt={`Candidate ${letterOf(index)}`} aspect="16 / 9" />
            <Button
              size="compact"
              pressed={item.selected === take.number}
              onClick={() => mutate(() => selectTake(project.id, item.id, take.number))}
            >
              {item.selected === take.number ? 'In use' : `Use ${letterOf(index)}, free`}
            </Button>
          </div>
        ))}
        {Array.from({ length: waiting }, (_, place) => (
          <div key={place} className="skeleton aspect-video rounded-pic" />
        ))}
      </div>
    </li>
  );
}
