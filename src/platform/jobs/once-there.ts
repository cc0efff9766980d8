import { setTimeout } from 'node:timers/promises'
import { isConnectionLost } from '#platform/db/connection.ts'

const pauseMilliseconds = 2000

/** Does it, and while the database is away waits and does it again: until it is back or the process stops. Only for what may be done twice. */
export async function onceThere<T>(stopping: AbortSignal, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isConnectionLost(error) || stopping.aborted) throw error
      await setTimeout(pauseMilliseconds, undefined, { ref: false })
    }
  }
}
