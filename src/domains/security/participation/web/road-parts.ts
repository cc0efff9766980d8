import type { RoadPart } from '#foundation/programmes/index.ts'
import { may } from '../access.ts'
import { countDocuments } from '../queries.ts'
import { participationRoutes as routes } from '../routes.ts'
import { parts } from '../side.ts'
import { reportsOf } from '../reports/queries.ts'
import { reportStateInWords, versionName } from '../reports/report.ts'
import { findClosing, listSpotChecks } from '../spot-checks/queries.ts'
import { sumInWords } from '../spot-checks/spot-check.ts'

/** What a road's page says about documents, samples and reports. */
export const participationRoadParts: readonly RoadPart[] = [
  {
    name: 'documents',
    title: 'Unterlagen',
    steps: parts.documents,
    href: ({ id }) => routes.documents.href({ id }),
    async tell({ db }, { id }) {
      const counts = await countDocuments(db, id)
      const of = (state: string): number => counts.find((one) => one.state === state)?.many ?? 0
      const all = counts.reduce((sum, { many }) => sum + many, 0)
      if (all === 0) return 'Das Programm verlangt keine Dokumente.'
      return `Von ${all} Dokumenten fehlen ${of('missing')}, ${of('received')} warten auf die Prüfung, ${of('reviewed')} sind geprüft, ${of('doesNotExist')} gibt es nicht.`
    },
  },
  {
    name: 'spotChecks',
    title: 'Stichproben',
    steps: parts.spotChecks,
    href: ({ id }) => routes.spotChecks.href({ id }),
    async tell({ db, actor }, road) {
      if (may.sideOf(actor, road)) return `${sumInWords(await listSpotChecks(db, road.id))}.`
      return (await findClosing(db, road.id)) ? 'Das Protokoll ist abgeschlossen.' : 'Das Protokoll ist noch offen.'
    },
  },
  {
    name: 'reports',
    title: 'Berichte',
    steps: parts.reports,
    href: ({ id }) => routes.reports.href({ id }),
    async tell({ db }, { id }) {
      const [newest] = await reportsOf(db, id)
      return newest ? `${versionName(newest)}: ${reportStateInWords(newest.state)}.` : 'Noch kein Bericht.'
    },
  },
]
