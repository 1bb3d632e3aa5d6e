import clsx from 'clsx';
import { useState, type ReactNode } from 'react';
import { blobUrl } from '@/api/projects';
import { Skeleton } from './Skeleton';

const WIDTHS = [320, 640, 1280] as const;

/** Pictures that were shown before do not fade in again. */
const seen = new Set<string>();

interface PictureProps {
  /** The stored picture; null leaves the empty well. */
  sha256: string | null | undefined;
  alt: string;
  /** Width divided by height of the box, as in CSS: `16 / 9`. */
  aspect?: string;
  /** How wide it is shown, as in the `sizes` attribute. */
  sizes?: string;
  /** `contain` shows all of it, `cover` fills the box. */
  fit?: 'contain' | 'cover';
  /** Loads at once instead of when it comes near the view. */
  eager?: boolean;
  className?: string;
  children?: ReactNode;
}

/** A stored picture in a box of fixed shape: skeleton first, then one fade. */
export function Picture({
  sha256,
  alt,
  aspect,
  sizes = '320px',
  fit = 'cover',
  eager,
  className,
  children,
}: PictureProps) {
  const [loaded, setLoaded] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const known = sha256 ? seen.has(sha256) : false;
  const ready = known || loaded === sha256;
  return (
    <div
      className={clsx('relative overflow-hidden rounded-pic bg-well', className)}
      style={aspect === undefined ? undefined : { aspectRatio: aspect }}
    >
      {sha256 && failed !== sha256 && (
        <>
          {!ready && <Skeleton className="absolute inset-0" />}
          <img
            key={sha256}
            alt={alt}
            src={blobUrl(sha256, { width: 640 })}
            srcSet={WIDTHS.map((width) => `${blobUrl(sha256, { width })} ${String(width)}w`).join(', ')}
            sizes={sizes}
            loading={eager ? 'eager' : 'lazy'}
            decoding="async"
            draggable={false}
            onLoad={() => {
              seen.add(sha256);
              setLoaded(sha256);
            }}
            onError={() => {
              setFailed(sha256);
            }}
            className={clsx(
              'absolute inset-0 size-full',
              fit === 'cover' ? 'object-cover' : 'object-contain',
              ready ? 'opacity-100' : 'opacity-0',
              !known && 'transition-opacity duration-[140ms]',
            )}
          />
        </>
      )}
      {sha256 && failed === sha256 && (
        <p className="absolute inset-0 grid place-items-center p-2 text-center text-meta text-tx-3">
          Picture did not load
        </p>
      )}
      {children}
    </div>
  );
}
