import type { Discussion, Remark, Review, Standing } from './review.ts'

type Names = Map<string, string>

const person = (id: string, names: Names) => ({ id, name: names.get(id) ?? null })

const versionJson = (review: Review, names: Names) => ({
  version: review.version,
  verdict: review.verdict,
  remark: review.remark,
  answerVersion: review.answerVersion,
  reviewedBy: person(review.reviewedBy, names),
  reviewedAt: review.reviewedAt.toString(),
})

export const reviewJson = (standing: Standing, names: Names) => ({
  ...versionJson(standing, names),
  controlId: standing.controlId,
  changedSince: standing.changedSince,
})

export const remarkJson = ({ id, side, text, writtenBy, writtenAt }: Remark, names: Names) => ({
  id,
  side,
  text,
  writtenBy: person(writtenBy, names),
  writtenAt: writtenAt.toString(),
})

export const discussionJson = (
  controlId: string,
  standing: Standing | undefined,
  { history, remarks }: Discussion,
  names: Names,
) => ({
  controlId,
  review: standing ? reviewJson(standing, names) : null,
  history: history.map((review) => versionJson(review, names)),
  remarks: remarks.map((remark) => remarkJson(remark, names)),
})
