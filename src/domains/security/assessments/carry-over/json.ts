import type { ProposedQuestion } from './load-proposals.ts'
import type { Voice } from './propose.ts'

const voiceJson = ({ check, source, reached, says, confidence, why }: Voice) => ({
  assessmentId: check.id,
  catalogId: check.catalogId,
  catalogTitle: check.catalogTitle,
  catalogVersion: check.catalogVersion,
  controlId: source.controlId,
  title: source.title,
  answer: source.answer,
  level: source.level,
  target: source.target,
  note: source.note,
  version: source.version,
  answeredAt: source.answeredAt.toString(),
  relationship: reached.relationship,
  isDefault: reached.isDefault,
  via: reached.via.map(({ requirementId, sourceId, relationship, collectionId }) => ({
    requirementId,
    sourceId,
    relationship,
    collectionId,
  })),
  says,
  confidence,
  why,
})

/** What leaves by the API, named field by field. */
export const proposalJson = ({ question, voices, answer, confidence, why }: ProposedQuestion) => ({
  controlId: question.id,
  title: question.title,
  groupKey: question.topKey,
  version: question.version,
  unconfirmed: question.unconfirmed,
  declined: question.isDeclined,
  answer,
  confidence,
  why,
  sources: voices.map(voiceJson),
})
