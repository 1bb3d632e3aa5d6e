import { useMutation, useQueryClient } from '@tanstack/react-query';
import clsx from 'clsx';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { sayProblem } from '@/api/client';
import { putKey, removeKey, testKey } from '@/api/money';
import type { KeyTest, Vendor } from '@/api/types';
import { PROVIDERS_KEY } from '@/api/useProviders';
import { Button, Dialog, Field } from '@/shared/ui';
import { keyWords } from './vendorWords';

interface KeySectionProps {
  vendor: Vendor;
  mayEdit: boolean;
}

/** A vendor's key: where it comes from, entering, testing and removing it. It is never shown. */
export function KeySection({ vendor, mayEdit }: KeySectionProps) {
  const [entering, setEntering] = useState(false);
  const [removing, setRemoving] = useState(false);
  const test = useMutation({ mutationFn: () => testKey(vendor.id) });
  const needed = vendor.key !== 'not needed';
  const ready = vendor.key !== 'none';
  const fromFile = vendor.key === 'file';
  return (
    <section aria-label={`Key of ${vendor.title}`} className="mt-auto pt-3">
      <div className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1.5 border-t border-line pt-3 text-small">
        <span className="text-tx-3">Key</span>
        <span className={clsx('min-w-0', ready ? 'text-tx-2' : 'text-tx')}>{keyWords(vendor)}</span>
        <span className="ml-auto flex gap-1.5">
          {mayEdit && ready && (
            <Button size="compact" aria-disabled={test.isPending} onClick={() => test.mutate()}>
              {test.isPending ? 'Testing' : 'Test, free'}
            </Button>
          )}
          {mayEdit && fromFile && (
            <Button size="compact" variant="ghost" onClick={() => setRemoving(true)}>
              Remove
            </Button>
          )}
          {mayEdit && needed && vendor.key !== 'environment' && !entering && (
            <Button
              size="compact"
              onClick={() => {
                test.reset();
                setEntering(true);
              }}
            >
              {fromFile ? 'Replace' : 'Enter key'}
            </Button>
          )}
        </span>
      </div>
      {entering && (
        <KeyForm
          vendor={vendor}
          onClose={() => setEntering(false)}
          onSaved={() => {
            setEntering(false);
            test.mutate();
          }}
        />
      )}
      <TestResult result={test.data} error={test.error} />
      {!ready && !mayEdit && (
        <p className="mt-1 text-small text-tx-3">Only the owner of this studio can enter a key.</p>
      )}
      {removing && (
        <RemoveDialog vendor={vendor} onClose={() => setRemoving(false)} onRemoved={() => test.reset()} />
      )}
    </section>
  );
}

function TestResult({ result, error }: { result: KeyTest | undefined; error: Error | null }) {
  const ok = result?.ok ?? false;
  const said = error ? sayProblem(error) : result?.message;
  return (
    <p
      role="status"
      className={clsx('flex items-start gap-1.5 text-small', said && 'mt-2', ok ? 'text-ok' : 'text-fail')}
    >
      {said &&
        (ok ? (
          <CircleCheck aria-hidden size={14} strokeWidth={1.75} className="mt-px shrink-0" />
        ) : (
          <CircleAlert aria-hidden size={14} strokeWidth={1.75} className="mt-px shrink-0" />
        ))}
      {said}
    </p>
  );
}

interface KeyFormProps {
  vendor: Vendor;
  onClose: () => void;
  onSaved: () => void;
}

function KeyForm({ vendor, onClose, onSaved }: KeyFormProps) {
  const client = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const [key, setKey] = useState('');
  useEffect(() => {
    field.current?.focus();
  }, []);
  const save = useMutation({
    mutationFn: () => putKey(vendor.id, key.trim()),
    onSuccess: () => {
      setKey('');
      void client.invalidateQueries({ queryKey: PROVIDERS_KEY });
      onSaved();
    },
  });
  return (
    // Esc is heard from its field and its buttons.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      aria-label={`Enter the key of ${vendor.title}`}
      className="mt-2 flex flex-wrap items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (key.trim()) save.mutate();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Field
        ref={field}
        label={`Key of ${vendor.title}`}
        labelHidden
        type="password"
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        placeholder={vendor.key_name}
        value={key}
        onChange={(event) => setKey(event.target.value)}
        hint="Kept in a file that only the owner of this machine's account can read."
        error={save.isError ? sayProblem(save.error) : undefined}
        className="min-w-48 flex-1"
      />
      <Button type="submit" aria-disabled={key.trim() === '' || save.isPending}>
        Save and test
      </Button>
      <Button variant="ghost" onClick={onClose}>
        Cancel
      </Button>
    </form>
  );
}

interface RemoveProps {
  vendor: Vendor;
  onClose: () => void;
  onRemoved: () => void;
}

function RemoveDialog({ vendor, onClose, onRemoved }: RemoveProps) {
  const client = useQueryClient();
  const safe = useRef<HTMLButtonElement>(null);
  const remove = useMutation({
    mutationFn: () => removeKey(vendor.id),
    onSuccess: () => {
      onRemoved();
      void client.invalidateQueries({ queryKey: PROVIDERS_KEY });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      safe={safe}
      title={`Remove the key of ${vendor.title}?`}
      description="Stages that use its models stop until another model or key is chosen. Takes stay."
      actions={
        <>
          <Button ref={safe} onClick={onClose}>
            Keep it
          </Button>
          <Button variant="danger" aria-disabled={remove.isPending} onClick={() => remove.mutate()}>
            Remove key
          </Button>
        </>
      }
    >
      {remove.isError && (
        <p role="alert" className="mt-3 text-small text-fail">
          {sayProblem(remove.error)}
        </p>
      )}
    </Dialog>
  );
}
