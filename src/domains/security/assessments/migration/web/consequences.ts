import type { Moved, MigrationPlan } from '../plan-migration.ts'

/** "1 Antwort", "5 Antworten". */
export const answers = (count: number): string => (count === 1 ? '1 Antwort' : `${count} Antworten`)

/** "1 Anforderung", "987 Anforderungen". */
export const requirements = (count: number): string => (count === 1 ? '1 Anforderung' : `${count} Anforderungen`)

const answeredOf = (items: readonly Moved[]): number => items.filter(({ answered }) => answered).length

const verb = (count: number, one: string, many: string): string => (count === 1 ? one : many)

/** What becomes of requirements and answers, in plain words; only what there is. */
export function consequences(plan: MigrationPlan): string[] {
  return [staying(plan), toConfirm(plan), going(plan), coming(plan)].filter((line) => line !== '')
}

function staying({ same, renumbered }: MigrationPlan): string {
  const moved = answeredOf(same) + answeredOf(renumbered)
  const numbers =
    renumbered.length === 0 ? 'alle unter ihrer Nummer' : `${renumbered.length} davon unter anderer Nummer`
  const told =
    moved === 0 ? 'Beantwortet ist davon noch keine.' : `${answers(moved)} ${verb(moved, 'zieht', 'ziehen')} um.`
  return `${requirements(same.length + renumbered.length)} gibt es weiter, ${numbers}. ${told}`
}

function toConfirm({ same, renumbered, changed, isNextWave }: MigrationPlan): string {
  const count = isNextWave ? answeredOf(same) + answeredOf(renumbered) : answeredOf(changed)
  if (count > 0) {
    const why = isNextWave ? '' : ', weil der Text ein anderer ist'
    return `${answers(count)} ${verb(count, 'ist', 'sind')} danach zu bestätigen${why}. Bis dahin ${verb(count, 'zählt sie', 'zählen sie')} nicht.`
  }
  return changed.length === 0
    ? ''
    : `${requirements(changed.length)} ${verb(changed.length, 'hat', 'haben')} einen anderen Text; beantwortet ist davon keine.`
}

function going({ lost }: MigrationPlan): string {
  if (lost.length === 0) return ''
  const count = answeredOf(lost)
  const kept =
    count === 0
      ? ''
      : `; ${answers(count)} dazu ${verb(count, 'bleibt', 'bleiben')} in der bisherigen Prüfung lesbar und ${verb(count, 'lässt', 'lassen')} sich als Notiz übernehmen`
  return `${requirements(lost.length)} ${verb(lost.length, 'entfällt', 'entfallen')}${kept}.`
}

const coming = ({ new: added }: MigrationPlan): string =>
  added.length === 0
    ? ''
    : `${requirements(added.length)} ${verb(added.length, 'kommt', 'kommen')} hinzu und ${verb(added.length, 'ist', 'sind')} noch offen.`
