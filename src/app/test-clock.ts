import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { SettableClock } from '#platform/clock.ts'
import { parse } from '#platform/http/parse.ts'
import { problem, problemResponse } from './problem.ts'
import type { App } from './create-app.ts'
import type { Services } from './services.ts'

const clockInput = z.object({
  now: z.iso.datetime({ offset: true, error: 'Bitte einen Zeitpunkt angeben, zum Beispiel 2026-12-31T23:00:00Z.' }),
})

/** Only with LOTSENWERK_TEST_CLOCK=1, which a public address refuses: sets the clock, which runs on from there. */
export function addTestClock(app: App, { clock, worker }: Services): void {
  app.put('/api/v1/test/clock', async (call) => {
    const input = parse(clockInput, await call.req.json().catch(() => undefined))
    if (isRefusal(input))
      return problemResponse(
        { ...problem(422, 'nicht-moeglich', input.refused), refusal: input },
        call.get('requestId'),
      )
    if (clock instanceof SettableClock) clock.set(Temporal.Instant.from(input.now))
    return call.json({ now: clock.now().toString() })
  })
  app.post('/api/v1/test/jobs', async (call) => call.json({ ran: await worker.runDue() }))
}
