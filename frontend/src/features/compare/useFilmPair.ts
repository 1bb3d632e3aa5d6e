import { useRef, useState, type RefObject } from 'react';

/** Two films that start, stop and stand at the same moment. */
export interface FilmPair {
  firstFilm: RefObject<HTMLVideoElement | null>;
  secondFilm: RefObject<HTMLVideoElement | null>;
  playing: boolean;
  toggleFilms: () => void;
}

/** Drives both films of a comparison together. */
export function useFilmPair(): FilmPair {
  const first = useRef<HTMLVideoElement>(null);
  const second = useRef<HTMLVideoElement>(null);
  const [playing, setPlaying] = useState(false);
  const toggle = () => {
    const films = [first.current, second.current].filter((film) => film instanceof HTMLVideoElement);
    for (const film of films) {
      if (playing) film.pause();
      else {
        film.currentTime = films[0]?.currentTime ?? 0;
        film.play().catch(() => {
          // The browser refused to start: the button goes back to Play.
          setPlaying(false);
        });
      }
    }
    setPlaying(!playing);
  };
  return { firstFilm: first, secondFilm: second, playing, toggleFilms: toggle };
}
