import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { newId } from '#platform/crypto/random.ts'
import type { PublicContext } from '#platform/http/context.ts'
import type { Outlines } from './area.ts'
import { matchAreas } from './match-areas.ts'
import { currentMap, listCounties } from './queries.ts'

export interface ImportedMap {
  id: string
  /** False when this very map is the current one already. */
  isNew: boolean
  areas: number
  /** As the register writes them: their values are shown in the table only. */
  countiesWithoutArea: string[]
  /** Names of areas that have no value of their own, such as independent cities. */
  areasWithoutCounty: string[]
}

export interface MapWords {
  title: string
  /** Who is to be named beside it, in the words of the licence. */
  attribution: string
}

/** Outlines become the current map. They have to fit the register: a map of which no county is known is refused. */
export async function importMap(
  ctx: PublicContext,
  outlines: Outlines,
  { title, attribution, isSchematic = false }: MapWords & { isSchematic?: boolean },
): Promise<Outcome<ImportedMap>> {
  const counties = await listCounties(ctx.db)
  const match = matchAreas(
    outlines.areas,
    counties.map((key) => ({ key })),
  )
  if (counties.length > 0 && match.areas.size === 0) return nothingFits(outlines, counties)
  const report = {
    areas: outlines.areas.length,
    countiesWithoutArea: match.cellsWithoutArea.map(({ key }) => key),
    areasWithoutCounty: match.areasWithoutCell.map(({ name }) => name),
  }
  const { width, height, areas } = outlines
  const digest = sha256(JSON.stringify({ width, height, areas }))
  const current = await currentMap(ctx.db)
  if (current?.sha256 === digest && current.title === title && current.attribution === attribution)
    return { id: current.id, isNew: false, ...report }
  const id = newId()
  await ctx.db
    .insertInto('pictures.map')
    .values({
      id,
      title,
      attribution,
      is_schematic: isSchematic,
      width,
      height,
      areas: JSON.stringify(areas),
      sha256: digest,
      imported_at: ctx.now.toString(),
      imported_by: ctx.actor?.personId ?? null,
    })
    .execute()
  await record(ctx, 'map.imported', {
    organizationId: null,
    subjectId: id,
    data: { title, sha256: digest },
    needs: ['programmeManager'],
  })
  return { id, isNew: true, ...report }
}

const someOf = (names: readonly string[]): string =>
  names.slice(0, 5).join(', ') + (names.length > 5 ? ` und ${names.length - 5} weitere` : '')

const nothingFits = ({ areas }: Outlines, counties: readonly string[]): Outcome<never> =>
  refuse('Diese Umrisse passen zu keinem Landkreis des Registers. Die Karte ist nicht eingelesen.', [
    {
      path: 'file',
      message: `Die Datei nennt ${someOf(areas.map(({ name }) => name))}; das Register nennt ${someOf(counties)}. Bitte prüfen Sie, welche Eigenschaft den Namen trägt.`,
    },
  ])
