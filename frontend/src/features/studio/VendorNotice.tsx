import { CloudOff, KeyRound } from 'lucide-react';
import { Link } from 'react-router';
import type { Item } from '@/api/types';
import { useProviders } from '@/api/useProviders';
import { useNow } from '@/shared/hooks/useNow';
import { REHEARSAL, vendorOf } from '@/shared/lib/artists';
import { Banner, buttonClass } from '@/shared/ui';

const ICON = { 'aria-hidden': true, size: 16, strokeWidth: 1.75, className: 'shrink-0' } as const;
const POLL_MS = 15_000;

interface VendorNoticeProps {
  /** The model chosen for the stage. */
  model: string;
  /** The stage's items. */
  items: readonly Item[];
}

/** One line over a stage whose vendor does not answer, or whose model can't be used. */
export function VendorNotice({ model, items }: VendorNoticeProps) {
  const inUse = model !== REHEARSAL && items.some((item) => item.work !== null || item.failure !== null);
  const providers = useProviders({ everyMs: inUse ? POLL_MS : undefined });
  const page = providers.data;
  const vendor = page && vendorOf(page.vendors, page.models, model);
  const down = vendor?.down_s ?? 0;
  const now = useNow(1000, down > 0);
  if (!page || model === REHEARSAL) return null;
  const left = Math.ceil(down - (now - providers.dataUpdatedAt) / 1000);
  if (vendor && down > 0 && inUse) {
    return (
      <Banner
        tone="stale"
        icon={<CloudOff {...ICON} />}
        className="mx-3 mt-3 rounded-card sm:mx-5"
        action={<ToProviders>State and limits</ToProviders>}
      >
        <b className="font-semibold">{vendor.title} does not answer.</b>{' '}
        {/* The count is for the eye; read aloud each second it would drown everything else. */}
        <span aria-hidden className="num">
          {left > 0 ? `It is tried again in ${left} s.` : 'It is tried again now.'}
        </span>{' '}
        Nothing is sent until then, and nothing is lost.
      </Banner>
    );
  }
  const problem = page.models.find(({ id }) => id === model)?.problem ?? missing(model);
  if (!problem) return null;
  return (
    <Banner
      tone="stale"
      icon={<KeyRound {...ICON} />}
      className="mx-3 mt-3 rounded-card sm:mx-5"
      action={<ToProviders>Providers</ToProviders>}
    >
      {problem}
    </Banner>
  );
}

const missing = (model: string) => `The model ${model} left the registry. Choose another for this stage.`;

function ToProviders({ children }: { children: string }) {
  return (
    <Link to="/providers" className={buttonClass({ size: 'compact' })}>
      {children}
    </Link>
  );
}
