import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { sayProblem } from '@/api/client';
import type { Model } from '@/api/types';
import { Button, inputClass } from '@/shared/ui';

/** Longest description that the server takes, in characters. */
const MOST_WORDS = 200;

interface WordSelectProps {
  /** The model that finds things by words. */
  model: Model;
  /** Find what the words name and lay it on the mask. */
  onFind: (words: string, signal: AbortSignal) => Promise<void>;
}

/** Select a thing by naming it. Where it is not found the mask stays as it was. */
export function WordSelect({ model, onFind }: WordSelectProps) {
  const [words, setWords] = useState('');
  const [finding, setFinding] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const asking = useRef<AbortController | null>(null);
  useEffect(() => () => asking.current?.abort(), []);

  const find = async (event: SubmitEvent) => {
    event.preventDefault();
    const named = words.trim();
    if (!named || finding) return;
    const request = new AbortController();
    asking.current = request;
    setProblem(null);
    setFinding(true);
    try {
      await onFind(named, request.signal);
    } catch (cause) {
      if (!request.signal.aborted) setProblem(cause);
    }
    if (!request.signal.aborted) setFinding(false);
  };

  return (
    <form onSubmit={(event) => void find(event)} className="flex shrink-0 items-center gap-2">
      <input
        type="text"
        aria-label="Select by words"
        placeholder="Or name it: red coat"
        value={words}
        maxLength={MOST_WORDS}
        onChange={(event) => setWords(event.target.value)}
        className={`${inputClass} min-h-8 !w-44 pointer-coarse:min-h-11`}
      />
      <Button type="submit" size="compact" disabled={!words.trim() || finding}>
        {finding ? 'Looking for it' : 'Find'}
      </Button>
      {problem ? (
        <span role="alert" className="text-small text-fail">
          {sayProblem(problem)} The mask is kept.
        </span>
      ) : (
        <span className="text-small text-tx-3">
          {model.title}, {model.price}
        </span>
      )}
    </form>
  );
}
