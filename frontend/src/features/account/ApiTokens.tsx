import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Copy, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { createToken, deleteToken, listTokens } from '@/api/account';
import { sayProblem } from '@/api/client';
import type { ApiToken } from '@/api/types';
import { formatMoment } from '@/shared/lib/time';
import { Button, Dialog, Field, IconButton, Skeleton, useToast } from '@/shared/ui';

const TOKENS_KEY = ['tokens'] as const;

function NewSecret({ token }: { token: ApiToken }) {
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(token.secret ?? '');
    toast('Token copied.');
  };
  return (
    <div role="status" className="flex flex-col gap-2 rounded-card bg-ok-tint p-3">
      <p className="text-small text-tx">Token "{token.name}" was made. Copy it now; it is not shown again.</p>
      <div className="flex items-center gap-2">
        <code className="code min-w-0 flex-1 rounded-pic bg-bg px-2 py-1 text-small break-all select-all">
          {token.secret}
        </code>
        <Button
          size="compact"
          icon={<Copy aria-hidden size={14} strokeWidth={1.75} />}
          onClick={() => void copy()}
        >
          Copy
        </Button>
      </div>
    </div>
  );
}

function Row({ token, onRevoke }: { token: ApiToken; onRevoke: () => void }) {
  return (
    <li className="flex min-h-11 items-center gap-3 border-b border-line">
      <div className="min-w-0 flex-1">
        <div className="truncate font-medium">{token.name}</div>
        <div className="text-small text-tx-3">
          Made {formatMoment(token.created_at)},{' '}
          {token.last_used_at ? `last used ${formatMoment(token.last_used_at)}` : 'never used'}
        </div>
      </div>
      <IconButton label={`Delete token ${token.name}`} onClick={onRevoke}>
        <Trash2 aria-hidden size={16} strokeWidth={1.75} />
      </IconButton>
    </li>
  );
}

/** Make, list and delete API tokens. */
export function ApiTokens() {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [leaving, setLeaving] = useState<ApiToken | null>(null);
  const tokens = useQuery({ queryKey: TOKENS_KEY, queryFn: listTokens });
  const refresh = () => client.invalidateQueries({ queryKey: TOKENS_KEY });
  const create = useMutation({
    mutationFn: () => createToken(name.trim()),
    onSuccess: () => {
      setName('');
      return refresh();
    },
  });
  const remove = useMutation({
    mutationFn: (token: ApiToken) => deleteToken(token.id),
    onSuccess: () => {
      setLeaving(null);
      create.reset();
      return refresh();
    },
  });
  return (
    <div className="flex flex-col gap-4">
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) create.mutate();
        }}
      >
        <Field
          label="Name of a new token"
          placeholder="Render script"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
          className="flex-1"
        />
        <Button type="submit" disabled={create.isPending || name.trim() === ''}>
          Make token
        </Button>
      </form>
      {create.isError && (
        <p role="alert" className="text-small text-fail">
          {sayProblem(create.error)}
        </p>
      )}
      {create.data && <NewSecret token={create.data} />}
      {tokens.isPending && <Skeleton className="h-11" />}
      {tokens.isError && <p className="text-small text-fail">{sayProblem(tokens.error)}</p>}
      {tokens.data?.length === 0 && <p className="text-small text-tx-3">No tokens yet.</p>}
      {tokens.data && tokens.data.length > 0 && (
        <ul className="border-t border-line">
          {tokens.data.map((token) => (
            <Row key={token.id} token={token} onRevoke={() => setLeaving(token)} />
          ))}
        </ul>
      )}
      <Dialog
        open={leaving !== null}
        onOpenChange={(open) => {
          if (!open) setLeaving(null);
        }}
        title={`Delete token "${leaving?.name ?? ''}"?`}
        description={
          remove.isError
            ? sayProblem(remove.error)
            : 'What uses it is refused from then on. It can not be brought back.'
        }
        actions={
          <>
            <Button onClick={() => setLeaving(null)}>Keep it</Button>
            <Button
              variant="danger"
              disabled={remove.isPending}
              onClick={() => leaving && remove.mutate(leaving)}
            >
              Delete token
            </Button>
          </>
        }
      />
    </div>
  );
}
