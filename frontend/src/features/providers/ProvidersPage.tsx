import { sayProblem } from '@/api/client';
import { useProviders } from '@/api/useProviders';
import { useNow } from '@/shared/hooks/useNow';
import { Button, EmptyState, Skeleton } from '@/shared/ui';
import { ModelTable } from './ModelTable';
import { VendorCard } from './VendorCard';

const POLL_MS = 10_000;

/** Vendors with their keys, state and limits, and every model with its price. */
export function ProvidersPage() {
  const providers = useProviders({ everyMs: POLL_MS });
  const page = providers.data;
  const counting = page?.vendors.some((vendor) => vendor.down_s > 0 || vendor.slow_s > 0) ?? false;
  const now = useNow(1000, counting);
  const ago = counting ? Math.max(0, (now - providers.dataUpdatedAt) / 1000) : 0;
  return (
    <div className="mx-auto max-w-[90rem] px-4 pt-[22px] pb-16 md:px-8 xl:px-16">
      <div className="mb-4 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h1 className="text-title font-semibold tracking-[-.02em]">Providers</h1>
        <p className="text-tx-3">
          Rehearsal is built in and free. Real models need a key, which never comes back to the browser.
        </p>
      </div>
      {providers.isPending && <Loading />}
      {providers.isError && !page && (
        <EmptyState action={<Button onClick={() => void providers.refetch()}>Try again</Button>}>
          {sayProblem(providers.error)}
        </EmptyState>
      )}
      {page?.vendors.length === 0 && (
        <EmptyState>
          No vendor is in the registry. Add one to your models file; rehearsal works without.
        </EmptyState>
      )}
      {page && page.vendors.length > 0 && (
        <>
          <ul aria-label="Vendors" className="grid gap-3.5 md:grid-cols-2">
            {page.vendors.map((vendor) => (
              <li key={vendor.id} className="min-w-0">
                <VendorCard vendor={vendor} mayEdit={page.may_edit} ago={ago} />
              </li>
            ))}
          </ul>
          <ModelTable models={page.models} vendors={page.vendors} />
        </>
      )}
    </div>
  );
}

function Loading() {
  return (
    <div role="status" aria-label="Loading providers">
      <div className="grid gap-3.5 md:grid-cols-2">
        {[0, 1, 2, 3].map((card) => (
          <Skeleton key={card} className="h-[236px] !rounded-plan" />
        ))}
      </div>
      <Skeleton className="mt-8 h-96 !rounded-plan" />
    </div>
  );
}
