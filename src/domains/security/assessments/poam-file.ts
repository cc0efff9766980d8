import { isMandatory } from '#kernel/scale.ts'
import { findCatalog } from '#foundation/catalogs/index.ts'
import { type Answer as HttpAnswer, notFound } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { nameId } from '#platform/crypto/name-id.ts'
import { type Assessment, given, type Question } from './assessment.ts'
import { poam } from './poam/poam.ts'
import { lastChange, listQuestions } from './queries.ts'

/** More than any catalog may have (the importer's limit). */
const all = 20_000

/** The open points (missing or answered with no) as a file; what comes first stands first. */
export async function poamFile(ctx: Context, assessment: Assessment): Promise<HttpAnswer> {
  const catalog = await findCatalog(ctx.db, assessment.catalogId)
  if (!catalog) return notFound()
  const unanswered = await listQuestions(ctx.db, assessment, { selection: 'offen', byUrgency: true, limit: all })
  const no = await listQuestions(ctx.db, assessment, { selection: 'nein', byUrgency: true, limit: all })
  // Not the moment of the download: the same state gives the same bytes, also after a restore.
  const changed = (await lastChange(ctx.db, assessment)).toString()
  const document = poam({
    uuidFor: (name) => nameId('poam', assessment.id, name),
    documentId: assessment.id,
    organization: { id: assessment.organizationId, name: assessment.organizationName },
    assessment: { id: assessment.id, startedAt: assessment.startedAt.toString() },
    catalog: { id: catalog.id, title: catalog.title, version: catalog.version, sha256: catalog.sha256 },
    lastModified: changed,
    version: changed,
    items: [...no, ...unanswered].map(openPoint),
  })
  return {
    kind: 'file',
    name: `offene-punkte-${assessment.organizationName}.poam.json`,
    type: 'application/json; charset=utf-8',
    body: JSON.stringify(document, null, 2),
  }
}

const openPoint = ({ id, key, title, statement, answer, effortMin, effortMax }: Question) => ({
  controlId: id,
  controlKey: key,
  title,
  statement,
  state: given(answer) ? ('no' as const) : ('unanswered' as const),
  reached: reachedOf(answer),
  note: answer?.note ?? '',
  effortMin,
  effortMax,
  mandatory: isMandatory(effortMin),
  answeredAt: given(answer) && answer ? answer.answeredAt.toString() : null,
})

function reachedOf(answer: Question['answer']): { level: number; target: number } | undefined {
  const said = given(answer)
  return said && said.level !== null ? { level: said.level, target: said.target ?? 0 } : undefined
}
