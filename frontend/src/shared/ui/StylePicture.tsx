import { useId, type ReactNode } from 'react';
import type { Style } from '@/api/types';

const HILLS_FAR = 'M0 34 14 24l9 6 12-13 13 11 9-5 14 10 9-6 16 9v20H0Z';
const HILLS_NEAR = 'M0 42c18-9 30-6 46 0s34 4 50-4v16H0Z';

function Gouache() {
  return (
    <>
      <rect width="96" height="54" fill="#e9b98a" />
      <rect width="96" height="20" fill="#d98f76" />
      <circle cx="66" cy="21" r="8" fill="#fff0cf" />
      <path d={HILLS_FAR} fill="#8d6f86" />
      <path d={HILLS_NEAR} fill="#4a4a68" />
      <path d="M0 47c30-5 60 5 96-1v8H0Z" fill="#2c3350" />
      <path d="M28 39h16l-3 5H31Zm5-5h6v5h-6Z" fill="#20243a" />
      <path d="M58 48h18M62 51h11" stroke="#f3cfa0" strokeWidth="1" opacity=".7" />
    </>
  );
}

function Ink() {
  return (
    <g fill="none" stroke="#1b1a18" strokeLinecap="round" strokeLinejoin="round">
      <rect width="96" height="54" fill="#efebe1" stroke="none" />
      <circle cx="66" cy="20" r="8" strokeWidth="1.1" />
      <path d="M0 34 14 24l9 6 12-13 13 11 9-5 14 10 9-6 16 9" strokeWidth="1.3" />
      <path d="m14 24-4 9m12-5-4 8m17-19-6 15m11-9-5 12m17-9-4 9" strokeWidth=".7" />
      <path d="M0 42c18-9 30-6 46 0s34 4 50-4" strokeWidth="1.8" />
      <path d="M28 39h16l-3 5H31Z" fill="#1b1a18" />
      <path d="M33 39v-5h6v5M8 48h22M50 49h34M22 52h40" strokeWidth=".8" />
    </g>
  );
}

function Poster() {
  return (
    <>
      <rect width="96" height="54" fill="#0f4c5c" />
      <circle cx="62" cy="27" r="18" fill="#f2a541" />
      <path d="M0 40 22 18l16 16 12-11 18 17h28v14H0Z" fill="#d1495b" />
      <path d="M0 46 30 32l20 12 22-9 24 11v8H0Z" fill="#0b2b36" />
      <path d="M26 40h20l-4 6H30Z" fill="#f6e7cb" />
    </>
  );
}

function Pencil({ hatch }: { hatch: string }) {
  return (
    <g fill="none" stroke="#55534e" strokeLinecap="round" strokeLinejoin="round">
      <pattern id={hatch} width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(52)">
        <path d="M0 0v3" stroke="#7b7871" strokeWidth=".6" />
      </pattern>
      <rect width="96" height="54" fill="#e4e1da" stroke="none" />
      <circle cx="66" cy="20" r="8" strokeWidth=".7" />
      <path d={HILLS_FAR} fill={`url(#${hatch})`} strokeWidth=".8" />
      <path d={HILLS_NEAR} fill="#e4e1da" strokeWidth=".9" />
      <path d={HILLS_NEAR} fill={`url(#${hatch})`} opacity=".8" stroke="none" />
      <path d="M28 39h16l-3 5H31Zm5 0v-5h6v5" fill="#e4e1da" strokeWidth=".9" />
      <path d="M60 49h26M12 50h20" strokeWidth=".6" />
    </g>
  );
}

function Noir() {
  return (
    <>
      <rect width="96" height="54" fill="#0b0b0c" />
      <path d="M68 6 22 54h66Z" fill="#6f6f6c" opacity=".55" />
      <path d="M68 6 40 54h36Z" fill="#d9d8d2" opacity=".5" />
      <path d="M67 2h2v52h-2zm-4 1h10v3H63z" fill="#050505" />
      <path d="M50 26c3 0 4 2 4 4l4 6 1 18H42l1-18 4-6c0-2 1-4 3-4Z" fill="#050505" />
      <path d="M44 27h12l-2-2-1-3h-6l-1 3Z" fill="#050505" />
      <path d="M0 20h12v34H0zm16-6h10v40H16z" fill="#18181a" />
      <path d="M3 25h3v4H3zm16-4h3v4h-3z" fill="#c9c7bd" />
    </>
  );
}

/** A little picture in a style's own manner. Decoration; its name stands beside it. */
export function StylePicture({ style, className }: { style: Style; className?: string }) {
  const hatch = useId();
  const pictures: Record<Style, ReactNode> = {
    gouache: <Gouache />,
    ink: <Ink />,
    poster: <Poster />,
    pencil: <Pencil hatch={hatch} />,
    noir: <Noir />,
  };
  return (
    <svg aria-hidden viewBox="0 0 96 54" preserveAspectRatio="xMidYMid slice" className={className}>
      {pictures[style]}
    </svg>
  );
}
