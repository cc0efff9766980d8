import type { RoadPart } from '#foundation/programmes/index.ts'
import { may } from '../access.ts'
import { countDocuments } from '../queries.ts'
import { participationRoutes as routes } from '../routes.ts'
import { parts } from '../side.ts'
import { reportsOf } from '../reports/queries.ts'
import { reportStateInWords, versionName } from '../reports/report.ts'
import { findClosing, listSpotChecks } from '../spot-checks/queries.ts'
import { sumInWords } from '../spot-checks/spot-check.ts'

const counted = (many: number, one: string, several: string): string =>
  many === 0 ? '' : `${many} ${many === 1 ? one : several}`

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
      const said = [
        counted(of('missing'), 'fehlt noch', 'fehlen noch'),
        counted(of('received'), 'wartet auf die Prüfung', 'warten auf die Prüfung'),
        counted(of('reviewed'), 'ist geprüft', 'sind geprüft'),
        counted(of('doesNotExist'), 'gibt es nicht', 'gibt es nicht'),
      ].filter((part) => part !== '')
      return `${all === 1 ? 'Verlangt ist 1 Dokument' : `Verlangt sind ${all} Dokumente`}: ${said.join(', ')}.`
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
