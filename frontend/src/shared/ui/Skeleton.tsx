import clsx from 'clsx';
import { useEffect, useState } from 'react';

/** A place held for what is loading; shows only after 200 ms. Give it the final geometry. */
export function Skeleton({ className }: { className?: string }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setShown(true);
    }, 200);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return <div aria-hidden className={clsx('rounded-pic', shown && 'skeleton', className)} />;
}
