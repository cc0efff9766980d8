import { type Scale, unanswered } from '#kernel/scale.ts'
import type { Total } from '../assessment.ts'

/** The parts of a meter, in the words of the catalog's scale. */
export function segmentsOf(scale: Scale, total: Total) {
  const [good, bad] =
    scale === 'yesNoNotApplicable'
      ? [
          { label: 'Ja', value: total.yes },
          { label: 'Nein', value: total.no },
        ]
      : [
          { label: 'Ziel erreicht', value: total.met },
          { label: 'Unter dem Ziel', value: total.levels - total.met },
        ]
  return [
    { ...good, look: 'done' },
    { ...bad, look: 'gap' },
    { label: 'Nicht relevant', value: total.notApplicable, look: 'done-3' },
    { label: 'Offen', value: unanswered(total), look: 'rest' },
  ] as const
}

/** "Ja 7 · Nein 3 · offen 5" */
export const countInWords = (scale: Scale, total: Total): string =>
  segmentsOf(scale, total)
    .filter(({ look }) => look !== 'done-3')
    .map(({ label, value, look }) => `${look === 'rest' ? 'offen' : label} ${value}`)
    .join(' · ')

/** What the figure in percent is called. */
export const percentName: Record<Scale, string> = {
  yesNoNotApplicable: 'der Antworten sind ein Ja',
  level0to5WithTarget: 'der Ziele im Mittel erreicht',
}

export const percentHeader: Record<Scale, string> = {
  yesNoNotApplicable: 'Mit Ja',
  level0to5WithTarget: 'Ziel erreicht',
}
