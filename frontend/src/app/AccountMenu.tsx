import { ChartNoAxesCombined, Keyboard, LogOut, Plug, ReceiptText, UserRound } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useMe, useSetup, useSignOut } from '@/api/useMe';
import { initialsOf } from '@/shared/lib/words';
import { Menu, MenuItem, MenuLabel, MenuSeparator, showShortcuts } from '@/shared/ui';

/** Who is signed in, with the way to their account and out. */
export function AccountMenu() {
  const navigate = useNavigate();
  const me = useMe().data;
  const setup = useSetup().data;
  const signOut = useSignOut();
  const name = me?.name || me?.email || 'Owner';
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={`Account of ${name}`}
          className="touch grid size-[26px] shrink-0 place-items-center rounded-full bg-press text-meta font-semibold text-tx transition-colors duration-[80ms] hover:bg-line-2"
        >
          {initialsOf(name)}
        </button>
      }
    >
      <MenuLabel>{name}</MenuLabel>
      <MenuItem
        icon={<UserRound aria-hidden size={16} strokeWidth={1.75} />}
        onSelect={() => void navigate('/account')}
      >
        Account
      </MenuItem>
      <MenuItem
        icon={<Plug aria-hidden size={16} strokeWidth={1.75} />}
        onSelect={() => void navigate('/providers')}
      >
        Providers
      </MenuItem>
      <MenuItem
        icon={<ReceiptText aria-hidden size={16} strokeWidth={1.75} />}
        onSelect={() => void navigate('/ledger')}
      >
        Ledger
      </MenuItem>
      {setup?.insights && (
        <MenuItem
          icon={<ChartNoAxesCombined aria-hidden size={16} strokeWidth={1.75} />}
          onSelect={() => void navigate('/insights')}
        >
          Insights
        </MenuItem>
      )}
      <MenuItem
        icon={<Keyboard aria-hidden size={16} strokeWidth={1.75} />}
        keys="?"
        onSelect={showShortcuts}
      >
        Keyboard shortcuts
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden size={16} strokeWidth={1.75} />} onSelect={() => signOut.mutate()}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
