import {
  type ChainFault,
  type ChainHead,
  faultInWords,
  findLink,
  inspectLinks,
  inspectRest,
} from '#foundation/audit/index.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { operator, unitOfWork } from '#platform/db/unit-of-work.ts'
import type { PublicContext } from '#platform/http/context.ts'
import type { House } from '../house.ts'

/** Links per transaction: the embedded database has one connection, and everybody else waits for it. */
const linksAtOnce = 50
const faultsShown = 200

interface Verified {
  links: number
  entries: number
  /** Entries that were written since the last sealing. */
  waiting: number
  head: ChainHead | undefined
  faults: ChainFault[]
}

/** Recomputes the whole chain of the audit trail. `head`: a hash that was kept elsewhere, which the chain must still hold. */
export async function verifyAudit(
  house: House,
  { head }: { head?: string | undefined },
): Promise<Outcome<{ data: Record<string, unknown>; sentence: string }>> {
  const { links, entries, waiting, head: last, faults } = await inspect(house)
  const kept = head === undefined ? true : (await inUnit(house, (ctx) => findLink(ctx, head.trim()))) !== undefined
  if (faults.length > 0 || !kept)
    return refuse(
      'Das Protokoll wurde verändert. Bitte sichern Sie die Datenbank, wie sie ist, und klären Sie, wer Zugriff auf sie hat.',
      [
        ...faults.slice(0, faultsShown).map((fault) => ({ path: fault.kind, message: faultInWords(fault) })),
        ...(kept
          ? []
          : [
              {
                path: 'head',
                message:
                  'Das angegebene Siegel gibt es nicht mehr: Das Ende des Protokolls wurde abgeschnitten oder neu geschrieben.',
              },
            ]),
      ],
    )
  const rest = waiting === 0 ? '' : ` ${waiting} neue warten auf das nächste Siegel.`
  return {
    data: {
      intact: true,
      links,
      entries,
      waiting,
      head: last ? { number: last.number, hash: last.hash, madeAt: last.madeAt.toString() } : null,
    },
    sentence: last
      ? `Das Protokoll ist unverändert: ${entries} Einträge unter ${links} Siegeln.${rest}\nLetztes Siegel ${last.number}: ${last.hash}`
      : `Es gibt noch kein Siegel.${rest}`,
  }
}

async function inspect(house: House): Promise<Verified> {
  const found: Verified = { links: 0, entries: 0, waiting: 0, head: undefined, faults: [] }
  for (;;) {
    const part = await inUnit(house, (ctx) => inspectLinks(ctx, found.head?.number ?? 0, linksAtOnce))
    found.links += part.links
    found.entries = Math.max(found.entries, part.last)
    found.head = part.head ?? found.head
    found.faults.push(...part.faults)
    if (part.links < linksAtOnce) break
  }
  const rest = await inUnit(house, inspectRest)
  return { ...found, waiting: rest.waiting, faults: [...found.faults, ...rest.faults] }
}

const inUnit = <T>({ database, clock }: House, work: (ctx: PublicContext) => Promise<T>): Promise<T> => {
  const now = clock.now()
  return unitOfWork(database, { as: operator, now, mode: 'read only' }, (db) => work({ actor: null, db, now }))
}
