import { Outlet } from 'react-router';
import { ShortcutOverlay, Toaster } from '@/shared/ui';

/** What every page has: the shortcut list and the toast. */
export function Root() {
  return (
    <>
      <Outlet />
      <ShortcutOverlay />
      <Toaster />
    </>
  );
}
