/** The studio's sign: two frames, the front one playing. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg aria-hidden viewBox="0 0 26 26" width={size} height={size} className="shrink-0">
      <rect
        x="1"
        y="6.5"
        width="19"
        height="15"
        rx="3.2"
        fill="none"
        strokeWidth="1.6"
        className="stroke-tx-off"
      />
      <rect x="6" y="3" width="19" height="15" rx="3.2" strokeWidth="1.7" className="fill-panel stroke-tx" />
      <path d="M13.2 7.4v6.2l5.2-3.1z" className="fill-ac" />
    </svg>
  );
}
