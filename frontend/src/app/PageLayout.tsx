import clsx from 'clsx';
import { Plus } from 'lucide-react';
import { Link, NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { useSetup } from '@/api/useMe';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { Button, Mark } from '@/shared/ui';
import { AccountMenu } from './AccountMenu';
import { ProjectSearch } from './ProjectSearch';

const navClass = ({ isActive }: { isActive: boolean }) =>
  clsx(
    'touch inline-flex min-h-7 items-center rounded-btn px-2 text-small sm:px-2.5 font-medium transition-colors duration-[80ms]',
    isActive ? 'bg-press text-tx' : 'text-tx-2 hover:bg-hover hover:text-tx',
  );

/** On a phone the account is behind its picture alone. */
const accountClass = (state: { isActive: boolean }) => clsx(navClass(state), 'max-sm:hidden');

/** Top bar and page, for everything but the studio. */
export function PageLayout() {
  const navigate = useNavigate();
  const insights = useSetup().data?.insights ?? false;
  const { pathname } = useLocation();
  const newBrief = () => void navigate('/', { state: { newBrief: Date.now() } });
  useShortcuts([
    { keys: 'n', label: 'New brief', run: newBrief },
    { keys: 'g h', label: 'Go to projects', run: () => void navigate('/') },
    { keys: 'g p', label: 'Go to providers', run: () => void navigate('/providers') },
    ...(insights ? [{ keys: 'g i', label: 'Go to insights', run: () => void navigate('/insights') }] : []),
    { keys: 'g l', label: 'Go to the ledger', run: () => void navigate('/ledger') },
  ]);
  return (
    <div className="flex min-h-full flex-col">
      <header className="sticky top-0 z-20 flex min-h-14 flex-wrap items-center gap-x-2 gap-y-2 sm:gap-x-4 border-b border-line bg-panel px-4 py-2">
        <Link
          to="/"
          className="flex items-center gap-2 rounded-btn sm:gap-3 text-stage font-semibold tracking-[-.01em]"
        >
          <Mark />
          Dailies
        </Link>
        <nav aria-label="Pages" className="flex gap-1 sm:ml-5">
          <NavLink to="/" end className={navClass}>
            Projects
          </NavLink>
          <NavLink to="/providers" className={navClass}>
            Providers
          </NavLink>
          <NavLink to="/ledger" className={navClass}>
            Ledger
          </NavLink>
          {insights && (
            <NavLink to="/insights" className={accountClass}>
              Insights
            </NavLink>
          )}
          <NavLink to="/account" className={accountClass}>
            Account
          </NavLink>
        </nav>
        <div className="flex-1" />
        {pathname === '/' && <ProjectSearch />}
        <Button
          keys="n"
          icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
          onClick={newBrief}
          className="max-sm:hidden"
        >
          New brief
        </Button>
        <AccountMenu />
      </header>
      <main className="flex-1">
        <Outlet />
      </main>
    </div>
  );
}
