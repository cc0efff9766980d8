// Three pictures of all municipalities, between which checks come and go, towns agree to be named and take it back.
import { expect, test } from 'vitest'
import { publish, type Subject, usualLimits } from '#kernel/disclosure/index.ts'
import { countCells } from '#domains/insights/state-picture/take/count-cells.ts'
import type { ToldPicture } from '#domains/insights/state-picture/take/earlier.ts'
import type { Participant } from '#domains/insights/state-picture/take/read-sources.ts'
import { leftOpen, saidBy } from '../fixtures/attacker.ts'
import { letters, numbers, participant, register } from '../fixtures/state-register.ts'

const question = { programmeId: 'programme', catalogId: 'catalog' }
const words = { lists: [{ key: 'backup', label: 'Datensicherung' }], controls: [], phases: [], catalogSha256: null }

function take(participants: Participant[], earlier: ToldPicture[], day: string): ToldPicture {
  const turnover = earlier.map(() => ({ came: new Map<string, never>(), left: new Map<string, never>() }))
  const { families, scored } = countCells({
    question,
    words,
    earlier,
    turnover,
    participants,
  })
  return {
    ...question,
    cells: families.flatMap(({ dimension, cells }) =>
      cells.flatMap((cell) =>
        cell.hidden === null && dimension !== 'phase'
          ? [
              {
                dimension,
                key: cell.key,
                count: cell.count,
                percent: cell.percent,
                bound: cell.bound,
                asOf: cell.asOf ?? day,
                isNew: cell.asOf === null,
              },
            ]
          : [],
      ),
    ),
    subjects: scored.map(({ listScores: lists, organizationId, assessmentId, score, isKnown, groups }) => ({
      organizationId,
      assessmentId,
      score,
      isKnown,
      groups,
      lists,
    })),
  }
}

/** Some have no check yet; some have a new one, mostly better; a few agree to be named. Extreme scores are frequent. */
function stand(seed: number, share: number): Participant[] {
  const next = numbers(7)
  const chance = numbers(seed)
  return register.flatMap((entry) => {
    const one = participant(entry, next)
    const extreme = next()
    if (extreme < 0.25) one.lists = { backup: extreme < 0.12 ? letters(20, 0) : letters(0, 20) }
    const [isIn, isNew, isNamed] = [next() < share, chance() < 0.15, chance() < 0.03]
    if (!isIn) return []
    return [
      {
        ...one,
        isNamed,
        ...(isNew ? { assessmentId: `${one.assessmentId} of ${seed}`, lists: { backup: letters(17, 3) } } : {}),
      },
    ]
  })
}

function history(): ToldPicture[] {
  const first = take(stand(11, 0.55), [], '2026-05-01')
  const second = take(stand(12, 0.7), [first], '2026-08-01')
  return [take(stand(13, 0.85), [second, first], '2026-11-01'), second, first]
}

test(
  'with all pictures, the own values and all named ones nobody tells the score of another to less than twenty points',
  { timeout: 300_000 },
  () => {
    const pictures = history()
    const said = saidBy(pictures)
    expect(said.told.length).toBeGreaterThan(30)
    const newest = pictures[0]?.subjects ?? []
    for (const [at, target] of said.secrets.entries()) {
      if (target.isKnown) continue
      const groups = newest.find(({ assessmentId }) => assessmentId === target.id)?.groups
      const near = newest.filter(
        (one) => one.organizationId !== target.owner && one.groups['county'] === groups?.['county'],
      )
      const attackers = [
        null,
        ...[near[0], near.at(-1), newest[at % newest.length]].map((one) => one?.organizationId ?? null),
      ]
      for (const attacker of new Set(attackers))
        if (attacker !== target.owner)
          expect(leftOpen(said, target, attacker), `${target.id} by ${attacker}`).toBeGreaterThanOrEqual(
            usualLimits.width - 1e-6,
          )
    }
  },
)

test('nor the score on a checklist', { timeout: 300_000 }, () => {
  const pictures = history()
  const said = saidBy(pictures, 'backup')
  expect(said.told.length).toBeGreaterThanOrEqual(2)
  for (const [at, target] of said.secrets.entries()) {
    const other = said.secrets[(at + 1) % said.secrets.length]?.owner ?? null
    for (const attacker of other === target.owner ? [null] : [null, other])
      expect(leftOpen(said, target, attacker), target.id).toBeGreaterThanOrEqual(usualLimits.width - 1e-6)
  }
})

test('who came between two pictures would be told by their difference: the second one is hidden, and shown it would have told them', () => {
  const all = [{ name: 'total', partitions: false }]
  const of = (count: number, value: number, what: string): Subject[] =>
    Array.from({ length: count }, (_, at) => ({ id: `${what}${at}`, value, isKnown: false, groups: { total: 'all' } }))
  // 40 whose mean is just below the border of what is rounded to 50, then five more with everything answered yes.
  const [before, came] = [of(40, 52.475, 'before'), of(5, 100, 'came')]
  const first = { members: before, low: 47.5, high: 52.5 }
  const earlier = { rows: [first], counts: new Map([['total all', 40]]) }
  const subjects = [...before, ...came]
  expect(publish({ subjects, families: all, earlier })).toMatchObject([{ hidden: 'narrow' }])
  expect(publish({ subjects, families: all })).toMatchObject([{ hidden: null, value: { percent: 60 } }])
  const row = (members: Subject[], low: number, high: number) => ({
    ids: members.map(({ id }) => id),
    low: low * members.length,
    high: high * members.length,
  })
  const secrets = subjects.map(({ id, value, isKnown }) => ({ id, owner: id, value, isKnown }))
  const careless = { told: [row(before, 47.5, 52.5), row(subjects, 57.5, 62.5)], secrets }
  const [target] = secrets.slice(-1)
  expect(target && leftOpen(careless, target, null)).toBeLessThan(usualLimits.width)
})
