import { clsx } from 'clsx';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

interface EditableTextProps {
  /** What is edited, for those who can't see where it stands: "Action of shot 4A". */
  label: string;
  value: string;
  /** Save a changed, trimmed value; "" only where `mayBeEmpty`. */
  onSave: (value: string) => void;
  /** Shown instead of the value while it is not edited: a word diff. */
  children?: ReactNode;
  placeholder?: string;
  mayBeEmpty?: boolean;
  className?: string;
  disabled?: boolean;
}

/** Text that turns into a field when it is clicked. Enter or leaving saves, Esc takes the edit back. */
export function EditableText(props: EditableTextProps) {
  const {
    label,
    value,
    onSave,
    children,
    placeholder = '',
    mayBeEmpty = false,
    className,
    disabled = false,
  } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const refocus = useRef(false);
  // A field that is taken away may still report that it lost the focus.
  const closed = useRef(true);

  useEffect(() => {
    closed.current = draft === null;
    if (draft !== null || !refocus.current) return;
    refocus.current = false;
    button.current?.focus();
  }, [draft]);

  const leave = (text: string | null, keepFocus: boolean) => {
    if (closed.current) return;
    closed.current = true;
    refocus.current = keepFocus;
    setDraft(null);
    const trimmed = text?.trim() ?? value;
    if (trimmed !== value && (trimmed || mayBeEmpty)) onSave(trimmed);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      leave(draft, true);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      leave(null, true);
    }
  };

  if (draft !== null) {
    return (
      <Growing className={className} text={draft}>
        <textarea
          aria-label={label}
          // The field takes the place of the text that was just pressed.
          ref={(field) => {
            if (field && document.activeElement !== field) {
              field.focus();
              field.select();
            }
          }}
          rows={1}
          value={draft}
          placeholder={placeholder}
          onChange={(event) => {
            setDraft(event.target.value);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            leave(draft, false);
          }}
          className="col-start-1 row-start-1 resize-none overflow-hidden bg-transparent text-tx outline-none"
        />
      </Growing>
    );
  }
  if (disabled) return <span className={className}>{children ?? value}</span>;
  return (
    <button
      ref={button}
      type="button"
      aria-label={`${label}: ${value || placeholder || 'empty'}. Edit`}
      onClick={() => {
        setDraft(value);
      }}
      className={clsx(
        '-mx-1 inline cursor-text rounded-tag px-1 text-left hover:bg-hover',
        !value && 'text-tx-3',
        className,
      )}
    >
      {children ?? (value || placeholder)}
    </button>
  );
}

/** A field as high as its text: an unseen copy of the text gives the height. */
function Growing({
  text,
  className,
  children,
}: {
  text: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <span
      className={clsx(
        '-mx-1 grid rounded-tag bg-bg px-1 ring-1 ring-line-ctl focus-within:ring-2 focus-within:ring-ac',
        className,
      )}
    >
      <span aria-hidden="true" className="invisible col-start-1 row-start-1 whitespace-pre-wrap">
        {text}{' '}
      </span>
      {children}
    </span>
  );
}
