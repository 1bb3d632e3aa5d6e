import { Hourglass, LogIn, RefreshCw, WifiOff, X } from 'lucide-react';
import { useEffect } from 'react';
import { Link } from 'react-router';
import type { Connection, ProjectLive } from '@/api/live';
import { useNow } from '@/shared/hooks/useNow';
import { countOf } from '@/shared/lib/words';
import { Banner, Button, buttonClass, IconButton } from '@/shared/ui';

const ICON = { 'aria-hidden': true, size: 15, strokeWidth: 1.75, className: 'shrink-0' } as const;
const BACK_SHOWN_MS = 8000;

const WORDS: Record<Connection['status'], string> = {
  connecting: 'Connecting',
  live: 'Live',
  reconnecting: 'Reconnecting',
  closed: 'Not connected',
};

/** The connection in a word, with a dot that is filled when it is live. */
export function ConnectionWord({ connection }: { connection: Connection }) {
  const live = connection.status === 'live';
  return (
    <span className="flex items-center gap-1.5 text-small font-normal text-tx-3">
      <span
        aria-hidden
        className={
          live ? 'size-[7px] rounded-full bg-ok' : 'size-[7px] rounded-full border-[1.5px] border-tx-3'
        }
      />
      {WORDS[connection.status]}
    </span>
  );
}

function Reconnecting({ retryAt, tryNow }: { retryAt: number; tryNow: () => void }) {
  const left = Math.ceil((retryAt - useNow(250)) / 1000);
  return (
    <Banner
      role="alert"
      icon={<WifiOff {...ICON} />}
      action={
        <Button size="compact" onClick={tryNow}>
          Try now
        </Button>
      }
    >
      {/* The count is for the eye; read aloud each second it would drown everything else. */}
      <b aria-hidden className="num font-medium text-tx">
        {left > 0 ? `Trying again in ${left} s.` : 'Trying again.'}
      </b>
      <span className="sr-only">Reconnecting.</span> <span className="text-tx-2">Nothing is lost.</span>
    </Banner>
  );
}

function Back({ count, onClose }: { count: number; onClose: () => void }) {
  useEffect(() => {
    const timer = setTimeout(onClose, BACK_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [onClose]);
  return (
    <Banner
      icon={<RefreshCw {...ICON} />}
      action={
        <IconButton label="Close" onClick={onClose}>
          <X aria-hidden size={14} strokeWidth={1.75} />
        </IconButton>
      }
    >
      <b className="font-medium text-tx">Back.</b>{' '}
      <span className="text-tx-2">{countOf(count, 'change')} came in while you were away.</span>
    </Banner>
  );
}

/** What there is to say of the connection, if anything. */
export function ConnectionBanner({ live }: { live: ProjectLive }) {
  const { connection, missedCount, clearMissed, tryNow } = live;
  if (connection.status === 'reconnecting')
    return <Reconnecting retryAt={connection.retryAt} tryNow={tryNow} />;
  if (connection.status === 'closed' && connection.reason === 'signed_out') {
    return (
      <Banner
        tone="fail"
        role="alert"
        icon={<LogIn {...ICON} />}
        action={
          <Link to="/sign-in" className={buttonClass({ size: 'compact' })}>
            Sign in
          </Link>
        }
      >
        You are signed out. What you typed is kept.
      </Banner>
    );
  }
  if (connection.status === 'closed' && connection.reason === 'not_found') {
    return (
      <Banner tone="fail" role="alert" icon={<WifiOff {...ICON} />}>
        This project was deleted.
      </Banner>
    );
  }
  if (missedCount > 0 && connection.status === 'live')
    return <Back count={missedCount} onClose={clearMissed} />;
  if (live.slow && connection.status === 'live') {
    return (
      <Banner role="status" icon={<Hourglass {...ICON} />}>
        <b className="font-medium text-tx">Updates take a second longer.</b>{' '}
        <span className="text-tx-2">Part of the studio is restarting. Nothing is lost.</span>
      </Banner>
    );
  }
  return null;
}
