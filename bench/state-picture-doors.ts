// What the bench of pictures takes from the product, as one graph of modules.
export { takePicture } from '#domains/insights/state-picture/index.ts'
export { systemClock } from '#platform/clock.ts'
export { openServer } from '#platform/db/database.ts'
export { unitOfWork } from '#platform/db/unit-of-work.ts'
