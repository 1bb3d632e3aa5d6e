import { Image } from 'lucide-react';

/** Card widths a sheet can be zoomed between, in pixels. */
export const CARD_WIDTH = { least: 160, most: 480, usual: 220 } as const;

/** Size of the cards of a contact sheet. */
export function ZoomSlider({ value, onChange }: { value: number; onChange: (width: number) => void }) {
  return (
    <label className="flex items-center gap-1.5 text-tx-3 max-lg:hidden">
      <span className="sr-only">Size of the pictures</span>
      <Image aria-hidden size={13} strokeWidth={1.75} />
      <input
        type="range"
        min={CARD_WIDTH.least}
        max={CARD_WIDTH.most}
        step={20}
        value={value}
        onChange={(event) => {
          onChange(Number(event.target.value));
        }}
        className="h-7 w-20 accent-(--color-tx-2)"
      />
      <Image aria-hidden size={18} strokeWidth={1.75} />
    </label>
  );
}
