export type LogFields = Record<string, string | number | boolean | null | undefined>

export interface Log {
  info(event: string, fields?: LogFields): void
  error(event: string, error: unknown, fields?: LogFields): void
}

/** One JSON object per line. No query strings, bodies, cookies or tokens: callers pass only what may be read by an operator. */
export function jsonLog(write: (line: string) => void, time: () => string): Log {
  const line = (level: string, event: string, fields: LogFields): void =>
    write(`${JSON.stringify({ time: time(), level, event, ...fields })}\n`)
  return {
    info: (event, fields = {}) => line('info', event, fields),
    error: (event, error, fields = {}) =>
      line('error', event, {
        ...fields,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  }
}

export const silentLog: Log = { info: () => {}, error: () => {} }
