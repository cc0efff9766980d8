/**
 * The connection was refused or lost, or the server is starting or shutting down: classes 08 and 57P of PostgreSQL's error codes,
 * 53300 when it has no connection left, the system's own words, and those of `pg`.
 */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof KeepingUnknown) return true
  const code = 'code' in error ? String(error.code) : ''
  // A file that is missing has this code too; then the server is not what is away.
  if (code === 'ENOENT') return 'syscall' in error && error.syscall === 'connect'
  return (
    /^(08|57P|53300)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/.test(code) ||
    /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i.test(
      error.message,
    )
  )
}

/** What was written may have been kept: the connection was lost while it was being committed, or after it. */
export class KeepingUnknown extends Error {
  constructor(cause: unknown) {
    super('whether this was kept is not known', { cause })
  }
}
