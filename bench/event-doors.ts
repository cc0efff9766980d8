// What the bench of seats takes from the product, as one graph of modules.
export { register } from '#domains/guidance/events/places/register.ts'
export { findRules } from '#domains/guidance/events/event/queries.ts'
export { systemClock } from '#platform/clock.ts'
export { openServer } from '#platform/db/database.ts'
export { unitOfWork } from '#platform/db/unit-of-work.ts'
