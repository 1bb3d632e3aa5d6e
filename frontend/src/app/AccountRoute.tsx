import { useEffect } from 'react';
import { useMe } from '@/api/useMe';
import { AccountPage } from '@/features/account/AccountPage';

export function AccountRoute() {
  const me = useMe().data;
  useEffect(() => {
    document.title = 'Account, Dailies';
  }, []);
  return me ? <AccountPage me={me} /> : null;
}
