import { type Offer, weightInWords } from '../offers/offer.ts'
import { closingSeverity, type Gap } from './gap.ts'

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** "schließt 3 Befunde mit hohem Risiko und 5 offene Fragen ab" */
export function effectInWords(gaps: readonly Gap[]): string {
  const found = gaps.filter(({ state }) => state === 'found')
  const questions = gaps.length - found.length
  const high = found.filter(({ severity }) => severity === 'high').length
  const findings =
    found.length === 0
      ? undefined
      : `${plural(found.length, 'Befund', 'Befunde')}${high === found.length ? ' mit hohem Risiko' : high > 0 ? ` (${high} mit hohem Risiko)` : ''}`
  const open = questions === 0 ? undefined : plural(questions, 'offene Frage', 'offene Fragen')
  if (findings && open) return `schließt ${findings} und ${open} ab`
  if (findings) return `schließt ${findings} ab`
  return open ? `schließt ${open}` : 'schließt bei Ihnen keinen offenen Punkt'
}

/** "4 offene Fragen in „Backup“, davon steht 1 auf Nein." and the findings by name. */
export function whyInWords(offer: Pick<Offer, 'priceCents' | 'closes'>, gaps: readonly Gap[]): string[] {
  const questions = gaps.filter(({ type }) => type === 'control')
  const byList = Map.groupBy(questions, ({ list }) => list?.title ?? 'Weitere Fragen')
  const lists = [...byList].map(([title, all]) => {
    const no = all.filter(({ state }) => state === 'no').length
    const standing =
      no === 0 ? 'noch ohne Antwort' : no === all.length ? 'auf Nein' : `${no} auf Nein, der Rest ohne Antwort`
    return `„${title}“: ${plural(all.length, 'Frage', 'Fragen')}, ${standing}.`
  })
  const found = gaps
    .filter(({ type }) => type !== 'control')
    .map((gap) => {
      const severity = closingSeverity(offer, gap)
      return `${gap.label}${severity ? ` (Risiko ${weightInWords(severity)})` : ''}.`
    })
  const free =
    offer.priceCents === 0 ? ['Kostet nichts und steht deshalb immer im Paket; das Budget wird nicht berührt.'] : []
  const quick = questions.filter(({ isQuickWin }) => isQuickWin).length
  return [
    ...found,
    ...lists,
    ...(quick > 0 ? [`${plural(quick, 'davon ist ein Schnellstarter', 'davon sind Schnellstarter')}.`] : []),
    ...free,
  ]
}
