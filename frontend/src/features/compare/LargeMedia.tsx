import type { Ref } from 'react';
import { blobUrl } from '@/api/projects';
import type { Media } from '@/api/types';

interface LargeMediaProps {
  media: Media;
  poster?: string | null | undefined;
  alt: string;
  /** Shown without controls, for a comparison that drives two of them. */
  bare?: boolean;
  ref?: Ref<HTMLVideoElement>;
  className?: string;
}

/** A take at its full size, as large as its box allows. */
export function LargeMedia({ media, poster, alt, bare = false, ref, className }: LargeMediaProps) {
  if (!media.media_type.startsWith('video/')) {
    return <img src={blobUrl(media.sha256)} alt={alt} draggable={false} className={className} />;
  }
  return (
    // The words spoken in a clip stand in the data beside it.
    // eslint-disable-next-line jsx-a11y/media-has-caption
    <video
      ref={ref}
      src={blobUrl(media.sha256)}
      poster={poster ? blobUrl(poster, { width: 1280 }) : undefined}
      aria-label={alt}
      controls={!bare}
      muted={bare}
      loop
      playsInline
      preload="auto"
      className={className}
    />
  );
}
