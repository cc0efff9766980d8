import { isConnectionLost, KeepingUnknown } from '#platform/db/connection.ts'
import { isDiskFull } from '#platform/disk-space.ts'
import type { ProblemAnswer } from '#platform/http/answer.ts'
import { problem } from './problem.ts'

const soon = { 'retry-after': '30' }

/** What somebody reads whose request failed with an error that was thrown. Says "nothing was saved" only where that is known. */
export function failureAnswer(error: Error): ProblemAnswer {
  if (isDiskFull(error))
    return problem(
      503,
      'kein-platz',
      'Auf dem Server ist kein Speicherplatz mehr frei. Gespeichert wurde nichts. Bitte sagen Sie der Geschäftsstelle Bescheid; lesen können Sie weiter.',
    )
  if (error instanceof KeepingUnknown)
    return {
      ...problem(
        503,
        'speichern-ungewiss',
        'Die Verbindung zur Datenbank brach ab, während gespeichert wurde. Ob die Eingabe angekommen ist, ist nicht sicher. Bitte sehen Sie in einer Minute nach, bevor Sie sie noch einmal absenden.',
      ),
      headers: soon,
    }
  if (isConnectionLost(error))
    return {
      ...problem(
        503,
        'nicht-erreichbar',
        'Das Lotsenwerk ist gerade nicht erreichbar. Gespeichert wurde nichts; bitte in einer Minute noch einmal versuchen.',
      ),
      headers: soon,
    }
  return problem(500, 'unser-fehler', 'Das hat nicht geklappt, und es liegt an uns. Gespeichert wurde nichts.')
}
