import { type RawBuilder, sql } from 'kysely'

// About rows `t` of security.answer_source.

/** What was taken from elsewhere counts as taken until somebody takes the answer back. */
export const stillHolds = sql`not exists (
  select from security.answer n where n.assessment_id = t.assessment_id and n.control_id = t.control_id
     and n.version > t.version and n.answer is null and n.level is null)`

/** Joins what counts today, `a` here and `b` where it was taken from, and `w`, what was taken then. */
export const bothEnds = sql`
  join lateral (select v.answer, v.level, v.target, v.unconfirmed, v.answered_at from security.answer v
    where v.assessment_id = t.assessment_id and v.control_id = t.control_id order by v.version desc limit 1) a on true
  left join lateral (select v.answer, v.level, v.target, v.version, v.answered_at from security.answer v
    where v.assessment_id = t.source_assessment_id and v.control_id = t.source_control_id order by v.version desc limit 1) b on true
  left join security.answer w on w.assessment_id = t.source_assessment_id and w.control_id = t.source_control_id
    and w.version = t.source_version`

/** Something else is said there by now. */
export const sourceChanged = sql`(b.version > t.source_version
  and (b.answer, b.level, b.target) is distinct from (w.answer, w.level, w.target))`

/** And nobody has answered here since: whoever does has seen to it. */
export const isToCheck = sql`(${sourceChanged} and a.answered_at < b.answered_at)`

/** Questions of a check whose source has changed. */
export const questionsToCheck = (assessmentId: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select t.control_id from security.answer_source t ${bothEnds}
   where t.assessment_id = ${assessmentId} and ${stillHolds} and ${isToCheck}`
