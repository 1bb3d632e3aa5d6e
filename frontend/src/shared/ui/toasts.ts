export interface Toast {
  id: number;
  text: string;
  undo?: () => void;
}

export interface ToastOptions {
  /** Adds an Undo button and the key Z. */
  undo?: () => void;
}

/** The one toast that is shown; a new one takes the place of the old. */
class ToastStore {
  private current: Toast | null = null;
  private count = 0;
  private readonly listeners = new Set<() => void>();

  show = (text: string, options: ToastOptions = {}): void => {
    this.count += 1;
    this.current = { id: this.count, text, ...options };
    this.tell();
  };

  dismiss = (id: number): void => {
    if (this.current?.id !== id) return;
    this.current = null;
    this.tell();
  };

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get = (): Toast | null => this.current;

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

export const toasts = new ToastStore();

/** `toast('Take 2 is in use.', { undo })`: what happened, in the past tense. */
export const useToast = () => toasts.show;
