import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { sayProblem } from '@/api/client';
import { createProject } from '@/api/projects';
import type { FilmEstimate, Project } from '@/api/types';
import { allRehearsed, onceToLikely, REHEARSAL, type Artists } from '@/shared/lib/artists';
import { formatUsd } from '@/shared/lib/money';
import { useDraft } from '@/shared/hooks/useStored';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { Button, GrowingText } from '@/shared/ui';
import { ArtistsSection, passesBudget, useArtists } from './ArtistsSection';
import { AspectChip, AudienceChip, BudgetChip, DurationChip, ModeChip, StyleChip } from './BriefChips';
import { briefProblem, budgetOf, EMPTY_BRIEF, toRequest, type BriefForm } from './briefForm';
import { FilmPrice } from './FilmPrice';
import { PresetSwitch } from './PresetSwitch';

interface BriefComposerProps {
  onCreated: (project: Project) => void;
  /** Changes when the composer is asked to take the focus. */
  focusKey?: number | undefined;
}

/** The question the studio starts with: what the film is about, and its few choices. */
export function BriefComposer({ onCreated, focusKey }: BriefComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setForm] = useDraft<Partial<BriefForm>>('brief', EMPTY_BRIEF);
  // A draft of an older version lacks what came since.
  const form: BriefForm = { ...EMPTY_BRIEF, ...draft };
  const artists = useArtists(form);
  const rehearsed = allRehearsed(form.artists);
  const [asked, setAsked] = useState(false);
  const create = useMutation({
    mutationFn: () => createProject(toRequest(form)),
    onSuccess: (project) => {
      setForm({ ...form, prompt: '', seconds: null });
      onCreated(project);
    },
  });
  const change = (part: Partial<BriefForm>) => setForm({ ...form, ...part });
  const choose = (chosen: Artists) => {
    create.reset();
    change({ artists: chosen });
  };
  const problem = briefProblem(form);
  const submit = () => {
    setAsked(true);
    if (problem === undefined) create.mutate();
    else field.current?.focus();
  };

  useEffect(() => {
    if (focusKey !== undefined) field.current?.focus();
  }, [focusKey]);
  useShortcuts([
    { keys: 'mod+enter', label: 'Write the story', group: 'Brief', whileTyping: true, run: submit },
  ]);

  const shown = (asked ? problem : undefined) ?? (create.isError ? sayProblem(create.error) : undefined);
  const chips = { form, change };
  return (
    <form
      aria-label="New brief"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="flex flex-1 flex-col rounded-dialog bg-panel edge-ctl focus-within:shadow-[inset_0_0_0_1px_var(--color-ac)]"
    >
      <GrowingText
        ref={field}
        aria-label="What are we making?"
        aria-invalid={shown !== undefined}
        aria-describedby={shown === undefined ? undefined : 'brief-problem'}
        placeholder="A 30 second film about… Who is in it, where, what happens, how it ends."
        minRows={3}
        maxRows={12}
        value={form.prompt}
        onChange={(event) => {
          setAsked(false);
          change({ prompt: event.target.value });
        }}
        className="box-content !w-[calc(100%-2rem)] flex-1 bg-transparent px-4 pt-4 pb-3 text-brief tracking-[-.008em] outline-none"
      />
      {shown !== undefined && (
        <p id="brief-problem" role="alert" className="px-4 pb-3 text-small text-fail">
          {shown}
        </p>
      )}
      <div role="group" aria-label="Brief details" className="flex flex-wrap gap-1.5 px-4 pb-3">
        <DurationChip {...chips} />
        <AspectChip {...chips} />
        <StyleChip {...chips} />
        <AudienceChip {...chips} />
        <ModeChip {...chips} />
        {(!rehearsed || form.budget !== '') && <BudgetChip {...chips} />}
      </div>
      <ArtistsSection form={form} artists={artists} onChange={choose} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2.5 border-t border-line px-4 py-3">
        <PresetSwitch models={artists.models} artists={form.artists} onChange={choose} />
        <FilmPrice
          film={artists.film}
          artists={form.artists}
          models={artists.models}
          passed={passesBudget(form, artists) ? (budgetOf(form) ?? null) : null}
        />
        <Button type="submit" variant="filled" size="large" keys="mod+enter" disabled={create.isPending}>
          {create.isPending ? 'Starting' : startWords(form, artists.film)}
        </Button>
      </div>
    </form>
  );
}

/** The verb with the price of all it starts: the story, or the whole film where it runs straight through. */
function startWords(form: BriefForm, film: FilmEstimate | undefined): string {
  const whole = form.mode === 'automatic';
  const verb = whole ? 'Make the film' : 'Write the story';
  const free = whole ? allRehearsed(form.artists) : form.artists.story === REHEARSAL;
  if (free) return `${verb}, free`;
  if (!film) return verb;
  return `${verb}, ${whole ? onceToLikely(film.total) : formatUsd(film.stages.story?.usd_max ?? 0)}`;
}
