import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { findProgrammeByKey } from '#foundation/programmes/index.ts'
import {
  beginProof,
  findProofOf,
  freezeProof,
  loadYearEnd,
  printProof,
  remind,
  saveNarrative,
} from '#domains/security/proof-of-use/index.ts'
import { packageRoot } from '#platform/config.ts'
import type { Context } from '#platform/http/context.ts'
import type { Storage } from '#platform/storage/storage.ts'
import type { Speaker } from './demo-organizations.ts'

/** demo/proof.json: the interim proof of a programme, and a reminder before its deadline. */
interface Story {
  programme: string
  manager: string
  daysAgo: number
  /** What somebody wrote below the draft. */
  addition: string
}

const done = <Value>(outcome: Outcome<Value>): Value => {
  if (isRefusal(outcome)) throw new Error(`the story of proofs: ${outcome.refused}`)
  return outcome
}

/** An interim proof that was frozen, and who was reminded. Told last: it is about everything that was booked. */
export async function tellProof({ speaker, storage }: { speaker: Speaker; storage: Storage }): Promise<void> {
  const story = JSON.parse(readFileSync(join(packageRoot, 'demo/proof.json'), 'utf8')) as Story
  const at = (time: string): Promise<Context> => speaker(story.manager, 'verbund', story.daysAgo, time)
  const ctx = await at('15:10')
  const programme = await findProgrammeByKey(ctx.db, story.programme)
  if (!programme) throw new Error(`the story of proofs: no programme ${story.programme}`)
  const proofOf = async () => {
    const proof = await findProofOf(ctx.db, programme.id)
    if (!proof) throw new Error('the story of proofs: it is not visible')
    return proof
  }
  done(await beginProof(ctx, programme))
  const drafted = await proofOf()
  const text = `${drafted.narrative.text}\n\n${story.addition}`
  await saveNarrative(await at('15:40'), drafted, { text, version: drafted.narrative.number, origin: 'person' })
  await freeze(await at('16:00'), storage, (await proofOf()).id)
  const later = await at('16:20')
  done(
    await remind(later, await loadYearEnd(later, programme), {
      filter: { acts: 'contractor' },
      personIds: [],
      again: false,
    }),
  )
}

/** Without a typesetter for this machine there is no file to freeze, and the story goes without. */
async function freeze(ctx: Context, storage: Storage, proofId: string): Promise<void> {
  const printed = await printProof(
    { look: (read) => read(ctx.db, ctx.now), storage },
    { proofId, kind: 'interim', reason: '' },
  )
  if (printed === undefined) throw new Error('the story of proofs: nothing to print')
  if (isRefusal(printed)) return
  const proof = await findProofOf(ctx.db, printed.content.books.programmeId)
  if (!proof) throw new Error('the story of proofs: it is not visible')
  done(await freezeProof(ctx, proof, printed, { narrativeVersion: proof.narrative.number }))
}
