import { loopTarget, shuttle, stepFrames, type Span } from './playerTime';

/** What changes rarely while a film plays. `rate`: 0 while paused, negative while running backwards. */
export interface PlayerState {
  rate: number;
  muted: boolean;
}

type Listener = () => void;

/** A film player without a face: it drives a video element and tells who listens. Times in seconds. */
export class PlayerCore {
  /** Length of the film. */
  duration = 0;
  /** The stretch that is repeated. */
  loop: Span | undefined;
  private video: HTMLVideoElement | null = null;
  private time = 0;
  private shown: PlayerState = { rate: 0, muted: false };
  private stopFrames: Listener | null = null;
  private readonly timeListeners = new Set<Listener>();
  private readonly stateListeners = new Set<Listener>();

  readonly readTime = (): number => this.time;
  readonly readState = (): PlayerState => this.shown;
  readonly onTime = (listener: Listener): Listener => listen(this.timeListeners, listener);
  readonly onState = (listener: Listener): Listener => listen(this.stateListeners, listener);

  /** Take over a video element, at the moment that was on screen; null lets it go. */
  readonly attach = (video: HTMLVideoElement | null): void => {
    if (!video) this.pause();
    this.video = video;
    if (!video) return;
    video.currentTime = this.time;
    video.muted = this.shown.muted;
  };

  readonly toggle = (): void => {
    if (this.shown.rate !== 0) {
      this.pause();
      return;
    }
    if (this.time >= this.duration - 0.05) this.seek(0);
    this.run(1);
  };

  readonly pause = (): void => {
    this.run(0);
  };

  /** J and L: each press goes faster in that direction, or turns round. */
  readonly shuttle = (direction: -1 | 1): void => {
    this.run(shuttle(this.shown.rate, direction));
  };

  readonly seek = (seconds: number): void => {
    const target = Math.min(this.duration, Math.max(0, seconds));
    if (this.video) this.video.currentTime = target;
    this.setTime(target);
  };

  readonly step = (frames: number): void => {
    this.pause();
    this.seek(stepFrames(this.time, frames, this.duration));
  };

  readonly toggleMute = (): void => {
    const muted = !this.shown.muted;
    if (this.video) this.video.muted = muted;
    this.setState({ ...this.shown, muted });
  };

  /** Fill the screen with the box around the picture, controls included; or give it back. */
  readonly toggleFullScreen = (): void => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void this.video?.closest('[data-player]')?.requestFullscreen();
  };

  private run(rate: number): void {
    if (rate === this.shown.rate) return;
    this.setState({ ...this.shown, rate });
    this.stopFrames?.();
    this.stopFrames = rate === 0 ? null : everyFrame((elapsed) => this.frame(elapsed));
    if (!this.video) return;
    if (rate <= 0) {
      this.video.pause();
      return;
    }
    this.video.playbackRate = rate;
    this.video.play().catch(() => {
      // The browser refused to start: show it as paused.
      this.pause();
    });
  }

  private frame(elapsed: number): void {
    const { video } = this;
    if (!video) return;
    // Browsers do not play backwards, so the film is stepped.
    if (this.shown.rate < 0) video.currentTime = Math.max(0, video.currentTime + this.shown.rate * elapsed);
    const target = loopTarget(this.loop, video.currentTime);
    if (target !== null) video.currentTime = target;
    this.setTime(video.currentTime);
    if (video.ended || (this.shown.rate < 0 && video.currentTime === 0)) this.pause();
  }

  private setTime(seconds: number): void {
    if (seconds === this.time) return;
    this.time = seconds;
    for (const listener of this.timeListeners) listener();
  }

  private setState(next: PlayerState): void {
    this.shown = next;
    for (const listener of this.stateListeners) listener();
  }
}

function listen(listeners: Set<Listener>, listener: Listener): Listener {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls back on every frame of the screen with the seconds since the last; call the result to stop. */
function everyFrame(run: (elapsed: number) => void): Listener {
  let last = performance.now();
  const frame = (now: number) => {
    handle = requestAnimationFrame(frame);
    run(Math.max(0, now - last) / 1000);
    last = now;
  };
  let handle = requestAnimationFrame(frame);
  return () => {
    cancelAnimationFrame(handle);
  };
}
