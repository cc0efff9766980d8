import type { Consequences, Seat } from './capacity-preview.ts'

/** "Nele Petersen, Elbaue (Warteliste 3)" */
export const seatInWords = ({ name, organization, position, state }: Seat): string =>
  `${name}${organization ? `, ${organization}` : ''}${position === null || state !== 'waiting' ? '' : ` (Warteliste ${position})`}`

/** Why seats stay free although somebody waits; empty where none does. */
export function freeInWords({ free, passedBy }: Pick<Consequences, 'free' | 'passedBy'>): string {
  if (free === null || free === 0) return ''
  const seats = free === 1 ? 'Ein Platz bleibt frei' : `${free} Plätze bleiben frei`
  const share = passedBy.filter(({ why }) => why === 'share').length
  const approval = passedBy.length - share
  const reasons = [
    share === 1 && 'eine wartende Person kommt aus einer Kommune, die ihren Anteil schon hat',
    share > 1 && `${share} Wartende kommen aus Kommunen, die ihren Anteil schon haben`,
    approval === 1 && 'eine Anmeldung ist noch nicht zugelassen',
    approval > 1 && `${approval} Anmeldungen sind noch nicht zugelassen`,
  ].filter((reason) => reason !== false)
  return reasons.length === 0 ? `${seats}.` : `${seats}: ${reasons.join(', und ')}.`
}

export const lateInWords = (late: NonNullable<Consequences['tooLate']>): string =>
  late === 'begun'
    ? 'Die Veranstaltung hat begonnen; von der Warteliste rückt niemand mehr nach.'
    : 'Für Angebote mit Frist ist es zu spät. Freie Plätze vergeben Sie von Hand.'
