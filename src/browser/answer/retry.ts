/** Milliseconds until the next try: 2, 4, 8 … seconds, at most a minute, and never sooner than the server asks for. */
export const retryDelay = (attempts: number, waitSeconds = 0): number =>
  1000 * Math.min(300, Math.max(waitSeconds, Math.min(60, 2 ** Math.max(1, attempts))))
