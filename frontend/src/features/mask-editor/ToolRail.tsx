import clsx from 'clsx';
import { Fragment } from 'react';
import { ariaKeys } from '@/shared/lib/keys';
import { KeyHint, Tooltip } from '@/shared/ui';
import type { Tool } from './engine/settings';
import { GROUP_ENDS, TOOLS } from './tools';

interface ToolRailProps {
  tool: Tool;
  onTool: (tool: Tool) => void;
}

/** The tools with names and keys: beside the picture, under it on narrow windows. */
export function ToolRail({ tool, onTool }: ToolRailProps) {
  return (
    <section aria-label="Tools" className="shrink-0 max-md:order-last">
      <div
        role="radiogroup"
        aria-label="Tools"
        className="flex h-full gap-0.5 border-line bg-panel p-1.5 max-md:overflow-x-auto max-md:border-t md:w-[72px] md:flex-col md:overflow-y-auto md:border-r"
      >
        {TOOLS.map(({ tool: name, label, title, keys, icon: Icon }) => {
          const on = name === tool;
          return (
            <Fragment key={name}>
              <Tooltip text={title} keys={keys} side="right">
                <button
                  type="button"
                  role="radio"
                  aria-checked={on}
                  aria-keyshortcuts={ariaKeys(keys)}
                  onClick={() => onTool(name)}
                  className={clsx(
                    'flex min-h-11 min-w-14 flex-col items-center justify-center gap-1 rounded-btn px-1 py-1.5 text-meta font-medium transition-colors duration-[80ms]',
                    on
                      ? 'bg-ac-tint text-ac-hi shadow-[inset_0_0_0_1px_var(--color-ac-edge)]'
                      : 'text-tx-2 hover:bg-hover hover:text-tx',
                  )}
                >
                  <Icon aria-hidden size={18} strokeWidth={1.75} />
                  <span className="inline-flex items-center gap-1">
                    {label}
                    {keys.length === 1 && <KeyHint keys={keys} />}
                  </span>
                </button>
              </Tooltip>
              {GROUP_ENDS.has(name) && (
                <span
                  aria-hidden
                  className="shrink-0 bg-line max-md:mx-1 max-md:w-px md:mx-2 md:my-1 md:h-px"
                />
              )}
            </Fragment>
          );
        })}
      </div>
    </section>
  );
}
