import type { Context } from '#platform/http/context.ts'

/** What a thing is called today, and where it stands. */
export interface ToldSource {
  label: string
  url: string | null
}

/** A kind of thing that measures come from; the module that has them describes them, as far as the actor sees them. */
export interface SourceKind {
  /** `control`, stable: what the API calls it. */
  type: string
  /** "Frage der Prüfung" */
  title: string
  /** One query for all of them; what it does not know it leaves out. Absent: only what was written down when it was linked. */
  describe?(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, ToldSource>>
}

/** How links name a source: `quelle=control:…`. */
export function readSource(text: string | undefined): { type: string; id: string } | undefined {
  const found = /^([a-zA-Z]{1,40}):([^\0]{1,200})$/.exec(text ?? '')
  return found?.[1] && found[2] ? { type: found[1], id: found[2] } : undefined
}

/** What is known of these sources today; what nobody describes keeps the words it was linked with. */
export async function describeSources<Source extends { type: string; id: string; label?: string | undefined }>(
  ctx: Context,
  kinds: readonly SourceKind[],
  sources: readonly Source[],
): Promise<(Source & ToldSource & { title: string })[]> {
  const told = new Map<string, ReadonlyMap<string, ToldSource>>()
  for (const [type, theirs] of Map.groupBy(sources, (source) => source.type)) {
    const kind = kinds.find((one) => one.type === type)
    const ids = theirs.map(({ id }) => id)
    told.set(type, (await kind?.describe?.(ctx, ids)) ?? new Map<string, ToldSource>())
  }
  return sources.map((source) => {
    const known = told.get(source.type)?.get(source.id)
    return {
      ...source,
      title: kinds.find(({ type }) => type === source.type)?.title ?? source.type,
      label: known?.label ?? source.label ?? source.id,
      url: known?.url ?? null,
    }
  })
}
