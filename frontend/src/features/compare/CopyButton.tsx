import { Copy } from 'lucide-react';
import { IconButton, useToast } from '@/shared/ui';

/** Copies a text to the clipboard and says so. */
export function CopyButton({ label, text }: { label: string; text: string }) {
  const toast = useToast();
  return (
    <IconButton
      label={label}
      side="left"
      onClick={() => {
        navigator.clipboard.writeText(text).then(
          () => {
            toast('Copied.');
          },
          () => {
            toast('This browser did not allow copying. Select the text instead.');
          },
        );
      }}
    >
      <Copy aria-hidden size={14} strokeWidth={1.75} />
    </IconButton>
  );
}
