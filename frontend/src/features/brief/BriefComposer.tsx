import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { sayProblem } from '@/api/client';
import { createProject } from '@/api/projects';
import type { Project } from '@/api/types';
import { useDraft } from '@/shared/hooks/useStored';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { Button, GrowingText, Tag } from '@/shared/ui';
import { AspectChip, AudienceChip, BudgetChip, DurationChip, ModeChip, StyleChip } from './BriefChips';
import { briefProblem, EMPTY_BRIEF, toRequest, type BriefForm } from './briefForm';

interface BriefComposerProps {
  /** True when the studio works on rehearsal, where everything is free. */
  rehearsal: boolean;
  onCreated: (project: Project) => void;
  /** Changes when the composer is asked to take the focus. */
  focusKey?: number | undefined;
}

/** The question the studio starts with: what the film is about, and its few choices. */
export function BriefComposer({ rehearsal, onCreated, focusKey }: BriefComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [form, setForm] = useDraft<BriefForm>('brief', EMPTY_BRIEF);
  const [asked, setAsked] = useState(false);
  const create = useMutation({
    mutationFn: () => createProject(toRequest(form)),
    onSuccess: (project) => {
      setForm({ ...form, prompt: '', seconds: null });
      onCreated(project);
    },
  });
  const change = (part: Partial<BriefForm>) => setForm({ ...form, ...part });
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
        {!rehearsal && <BudgetChip {...chips} />}
      </div>
      <div className="flex flex-wrap items-center gap-3 border-t border-line px-4 py-3">
        {rehearsal ? <Tag tone="ok">Rehearsal, free</Tag> : <Tag>Real models</Tag>}
        <p className="min-w-40 flex-1 text-small text-tx-3">
          {rehearsal
            ? 'The whole film is made on this machine and costs nothing.'
            : 'Every step shows its price before it runs.'}
        </p>
        <Button type="submit" variant="filled" size="large" keys="mod+enter" disabled={create.isPending}>
          {create.isPending ? 'Starting' : rehearsal ? 'Write the story, free' : 'Write the story'}
        </Button>
      </div>
    </form>
  );
}
