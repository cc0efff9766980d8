// What the bench of bookings takes from the product, as one graph of modules.
export { book } from '#domains/security/funding/index.ts'
export { systemClock } from '#platform/clock.ts'
export { openServer } from '#platform/db/database.ts'
export { unitOfWork } from '#platform/db/unit-of-work.ts'
