import clsx from 'clsx';
import { useId, type ReactNode } from 'react';

interface CardProps {
  title: string;
  /** What the numbers are, at the right of the title. */
  remark?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** One part of the page. */
export function Card({ title, remark, className, children }: CardProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={clsx('min-w-0 rounded-plan bg-panel px-4 py-3.5', className)}>
      <div className="mb-2 flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={id} className="flex-1 text-section font-semibold">
          {title}
        </h2>
        {remark !== undefined && <div className="text-small text-tx-3">{remark}</div>}
      </div>
      {children}
    </section>
  );
}

interface LinesProps {
  /** What the table is of, for screen readers. */
  label: string;
  /** Heads of the columns after the first; none for a plain list. */
  heads?: readonly string[];
  lines: readonly { name: ReactNode; values: readonly ReactNode[] }[];
}

/** Names with numbers at the right. */
export function Lines({ label, heads = [], lines }: LinesProps) {
  return (
    <table aria-label={label} className="num w-full text-small">
      {heads.length > 0 && (
        <thead>
          <tr className="text-tx-3">
            <td />
            {heads.map((head) => (
              <th key={head} scope="col" className="pb-1.5 pl-4 text-right font-normal">
                {head}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {lines.map(({ name, values }, row) => (
          <tr key={row} className="border-t border-line">
            <th scope="row" className="py-[7px] pr-3 text-left font-normal text-tx-2">
              {name}
            </th>
            {values.map((value, column) => (
              <td key={column} className="py-[7px] pl-4 text-right">
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
