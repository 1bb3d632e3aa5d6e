import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sayProblem } from '@/api/client';
import { givePlan, INSIGHTS_KEY, listPeople, PEOPLE_KEY } from '@/api/insights';
import { useSetup } from '@/api/useMe';
import { formatDay } from '@/shared/lib/time';
import { countOf } from '@/shared/lib/words';
import { Button, Select, useToast } from '@/shared/ui';
import { Card } from './Card';

/** Everybody with an account and their plan, for the owner of a studio with plans. */
export function PeopleCard() {
  const plans = useSetup().data?.plans ?? [];
  const people = useQuery({ queryKey: PEOPLE_KEY, queryFn: ({ signal }) => listPeople(signal) });
  const client = useQueryClient();
  const toast = useToast();
  const give = useMutation({
    mutationFn: ({ person, plan }: { person: string; plan: string }) => givePlan(person, plan),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: PEOPLE_KEY });
      await client.invalidateQueries({ queryKey: INSIGHTS_KEY });
    },
    onError: (error) => toast(sayProblem(error)),
  });
  if (plans.length === 0) return null;
  return (
    <Card title="People" remark={people.data ? countOf(people.data.length, 'account') : ''}>
      {people.isError && (
        <p role="alert" className="flex items-center gap-3 text-small text-fail">
          <span className="flex-1">{sayProblem(people.error)}</span>
          <Button size="compact" onClick={() => void people.refetch()}>
            Try again
          </Button>
        </p>
      )}
      <ul className="text-small">
        {people.data?.map(({ id, name, email, role, plan, created_at: since }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-2">
            <span className="min-w-0 flex-1">
              <span className="font-medium">{name}</span>
              <span className="block text-tx-3">
                {email ?? 'no email'}, since {formatDay(since.slice(0, 10))}
              </span>
            </span>
            {role === 'owner' ? (
              <span className="text-tx-3">Owner, everything</span>
            ) : (
              <Select
                label={`Plan of ${name}`}
                value={plan}
                onChange={(wanted) => give.mutate({ person: id, plan: wanted })}
                options={plans.map((each) => ({ value: each.id, label: each.title }))}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
