// What the bench of pictures takes from the product, as one graph of modules.
import type { Temporal } from 'temporal-polyfill'
import type { Db } from '#platform/db/database.ts'

export { systemClock } from '#platform/clock.ts'
export { openServer } from '#platform/db/database.ts'
export { unitOfWork } from '#platform/db/unit-of-work.ts'

interface Order {
  programmeId: string
  at: Temporal.Instant
  takenBy: string | null
}

/** The verb, wherever it stands. */
const where = '../src/domains/insights/state-picture/take/take-picture.ts'

export async function take(db: Db, order: Order): Promise<void> {
  const { takePicture } = (await import(where)) as { takePicture: (db: Db, order: Order) => Promise<unknown> }
  await takePicture(db, order)
}
