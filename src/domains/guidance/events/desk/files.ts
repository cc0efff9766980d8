import { isRefusal } from '#kernel/outcome.ts'
import type { Paper } from '#kernel/paper.ts'
import { findOrganization } from '#foundation/organizations/index.ts'
import type { FileAnswer } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { compilePaper, pdfType } from '#platform/pdf/compile-paper.ts'
import { writeSheet, xlsxType } from '#platform/spreadsheet/write-sheet.ts'
import { dateInWords, type Event } from '../event/event.ts'
import { allRegistrations } from '../places/queries.ts'
import { whyInSentences } from '../places/reasons.ts'
import { stateInWords } from '../places/registration.ts'
import { badgePaper, signingPaper } from './papers.ts'

// Read in the transaction; set and written after it.

const slug = ({ title, run }: Event): string =>
  `${title
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)}-${run}`

const pdf = (name: string, paper: Paper): FileAnswer => ({
  kind: 'file',
  name: `${name}.pdf`,
  type: pdfType,
  body: {
    make: async () => {
      const set = await compilePaper(paper)
      return isRefusal(set) ? set : set.bytes
    },
  },
})

async function sheetOf({ db, now }: Context, event: Event) {
  const seated = (await allRegistrations(db, event.id)).filter(({ state }) => state === 'confirmed')
  const organizer = await findOrganization(db, event.organizerId)
  return { event, seated, organizer: organizer?.name ?? 'Verbund', madeAt: now }
}

/** For signing, one sheet for each date. */
export const signingFile = async (ctx: Context, event: Event): Promise<FileAnswer> =>
  pdf(`teilnahmeliste-${slug(event)}`, signingPaper(await sheetOf(ctx, event)))

export const badgeFile = async (ctx: Context, event: Event): Promise<FileAnswer> =>
  pdf(`namensschilder-${slug(event)}`, badgePaper(await sheetOf(ctx, event)))

/** Everybody with their place and its reason, as a table. */
export async function peopleSheet(ctx: Context, event: Event): Promise<FileAnswer> {
  const places = await allRegistrations(ctx.db, event.id)
  const rows = places.map((place) => [
    place.name,
    place.organization ?? '',
    place.guestEmail,
    stateInWords[place.state],
    place.position === null ? '' : String(place.position),
    place.ahead === null ? '' : String(place.ahead + 1),
    whyInSentences(place, event).join(' '),
    place.note,
    dateInWords({ startsAt: place.registeredAt, endsAt: place.registeredAt }).replace(/ bis .*$/, ' Uhr'),
  ])
  return {
    kind: 'file',
    name: `teilnehmende-${slug(event)}.xlsx`,
    type: xlsxType,
    body: {
      make: () =>
        writeSheet(
          [
            { header: 'Name', width: 28 },
            { header: 'Kommune', width: 28 },
            { header: 'E-Mail (Gast)', width: 28 },
            { header: 'Stand', width: 18 },
            { header: 'Nummer', width: 10 },
            { header: 'Rang', width: 10 },
            { header: 'Warum', width: 60, wrap: true },
            { header: 'Anmerkung', width: 40, wrap: true },
            { header: 'Angemeldet', width: 24 },
          ],
          rows,
        ),
    },
  }
}
