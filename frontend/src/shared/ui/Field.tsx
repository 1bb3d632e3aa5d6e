import clsx from 'clsx';
import { useId, useLayoutEffect, useRef, type ComponentProps, type ReactNode, type Ref } from 'react';

export const inputClass =
  'w-full rounded-card bg-bg px-2.5 py-1.5 text-body text-tx edge-ctl disabled:text-tx-3 aria-invalid:shadow-[inset_0_0_0_1px_var(--color-fail)]';

interface Labelled {
  label: string;
  hint?: ReactNode;
  /** Why the value can't be used. */
  error?: string | undefined;
  /** The label is read but not shown. */
  labelHidden?: boolean;
}

interface FrameProps extends Labelled {
  className?: string | undefined;
  children: (names: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
}

/** Label above, control, hint or error below. */
export function FieldFrame({ label, hint, error, labelHidden, className, children }: FrameProps) {
  const id = useId();
  const below = error ?? hint;
  return (
    <div className={clsx('flex flex-col gap-1', className)}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'text-small font-medium text-tx-2'}>
        {label}
      </label>
      {children({
        id,
        ...(below !== undefined && { 'aria-describedby': `${id}-below` }),
        ...(error !== undefined && { 'aria-invalid': true as const }),
      })}
      {below !== undefined && (
        <p
          id={`${id}-below`}
          role={error === undefined ? undefined : 'alert'}
          className={clsx('text-small', error === undefined ? 'text-tx-3' : 'text-fail')}
        >
          {below}
        </p>
      )}
    </div>
  );
}

/** A labelled line of text. */
export function Field({
  label,
  hint,
  error,
  labelHidden,
  className,
  ...rest
}: Labelled & ComponentProps<'input'>) {
  return (
    <FieldFrame
      {...{ label, hint, className }}
      {...(error !== undefined && { error })}
      labelHidden={labelHidden ?? false}
    >
      {(names) => <input {...names} {...rest} className={clsx(inputClass, 'min-h-8')} />}
    </FieldFrame>
  );
}

interface GrowProps extends Omit<ComponentProps<'textarea'>, 'ref'> {
  minRows?: number;
  maxRows?: number;
  ref?: Ref<HTMLTextAreaElement>;
}

const growsByItself = () => typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content');

/** Make an area as high as its text, for browsers that don't do so by themselves. */
function fitToText(area: HTMLTextAreaElement) {
  area.style.height = 'auto';
  const { boxSizing, paddingTop, paddingBottom } = getComputedStyle(area);
  const padding = boxSizing === 'content-box' ? parseFloat(paddingTop) + parseFloat(paddingBottom) : 0;
  area.style.height = `${area.scrollHeight - padding}px`;
}

/** A bare text area that grows with its text from `minRows` to `maxRows`. */
export function GrowingText({ minRows = 1, maxRows = 8, value, ref, style, className, ...rest }: GrowProps) {
  const own = useRef<HTMLTextAreaElement | null>(null);
  useLayoutEffect(() => {
    if (own.current && !growsByItself()) fitToText(own.current);
  }, [value]);
  return (
    <textarea
      {...rest}
      ref={(area) => {
        own.current = area;
        if (typeof ref === 'function') ref(area);
        else if (ref) ref.current = area;
      }}
      rows={minRows}
      value={value}
      style={{ ...style, minHeight: `${minRows}lh`, maxHeight: `${maxRows}lh` }}
      className={clsx('field-sizing-content resize-none', className)}
    />
  );
}

/** A labelled text area, 1 to 8 lines. */
export function TextArea({ label, hint, error, labelHidden, className, ...rest }: Labelled & GrowProps) {
  return (
    <FieldFrame
      {...{ label, hint, className }}
      {...(error !== undefined && { error })}
      labelHidden={labelHidden ?? false}
    >
      {(names) => <GrowingText {...names} {...rest} className={clsx(inputClass, 'box-content !w-auto')} />}
    </FieldFrame>
  );
}
