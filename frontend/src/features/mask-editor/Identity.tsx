import { ShieldAlert, ShieldCheck } from 'lucide-react';
import type { Take } from '@/api/types';
import { untouchedOf } from './candidates';

/** Whether the pixels outside the edit are the old ones: counted, not promised. */
export function Identity({ take }: { take: Take }) {
  const untouched = untouchedOf(take);
  const icon = { 'aria-hidden': true, size: 15, strokeWidth: 1.75 } as const;
  if (!untouched) return null;
  if (!untouched.checked) {
    return (
      <span className="num flex items-center gap-1.5 text-small text-fail">
        <ShieldAlert {...icon} />
        {untouched.changed.toLocaleString('en-US')} pixels outside the mask changed
      </span>
    );
  }
  return (
    <span className="num flex items-center gap-1.5 text-small text-tx-2">
      <ShieldCheck {...icon} className="text-ok" />
      {untouched.same.toLocaleString('en-US')} pixels outside identical, {untouched.percent} %, checked
    </span>
  );
}
