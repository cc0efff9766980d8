import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  currentStep,
  hindrance,
  openNeeds,
  outOfOrder,
  possibleSteps,
  restingOn,
  type RoadStep,
  type StepState,
  standsInWords,
  stepStates,
} from './road.ts'

const letters: Record<string, StepState> = { o: 'open', p: 'inProgress', d: 'done', n: 'notNeeded' }

interface Told {
  needs?: string[]
  isOptional?: boolean
  byDeadline?: boolean
}

/** Steps a, b, c, …, one letter of `told` each; what is not said is required and needs nothing. */
const roadOf = (told: string, more: Record<string, Told> = {}): RoadStep[] =>
  told.split('').map((letter, at) => {
    const key = String.fromCharCode(97 + at)
    return {
      key,
      position: at + 1,
      phaseKey: 'only',
      title: key.toUpperCase(),
      duty: 'Tun',
      acts: 'organization',
      needs: more[key]?.needs ?? [],
      isOptional: more[key]?.isOptional ?? false,
      byDeed: false,
      byDeadline: more[key]?.byDeadline ?? false,
      typicalDays: 1,
      state: letters[letter] ?? 'open',
      since: Temporal.Instant.from('2026-11-02T08:00:00Z'),
      onDay: null,
      waitingFor: null,
      missing: '',
      note: '',
    }
  })

interface Days {
  today: Temporal.PlainDate
  deadline: string | null
}

const noDeadline: Days = { today: Temporal.PlainDate.from('2026-11-22'), deadline: null }

function whyNot(road: RoadStep[], key: string, wanted: StepState, days = noDeadline): string | undefined {
  const step = road.find((one) => one.key === key)
  if (!step) throw new Error(`no step ${key}`)
  return hindrance(road, step, wanted, days)?.refused
}

const letterOf = (state: StepState): string => Object.keys(letters).find((letter) => letters[letter] === state) ?? ''

describe('from each state to each other', () => {
  // Of an optional step that needs nothing and on which nothing rests.
  const refused: [StepState, StepState][] = [['done', 'notNeeded']]
  for (const from of stepStates)
    for (const to of stepStates) {
      const isRefused = refused.some(([one, other]) => one === from && other === to)
      test(`an optional step that is ${from} ${isRefused ? 'does not become' : 'may become'} ${to}`, () => {
        const why = whyNot(roadOf(letterOf(from), { a: { isOptional: true } }), 'a', to)
        expect(why).toEqual(
          isRefused
            ? '„A“ ist erledigt und kann nicht auf „entfällt“ gesetzt werden. Bitte zuerst wieder auf „offen“ setzen.'
            : undefined,
        )
      })
      test(`a required step that is ${from} ${to === 'notNeeded' ? 'does not become' : 'may become'} ${to}`, () => {
        const why = whyNot(roadOf(letterOf(from)), 'a', to)
        expect(why).toEqual(to === 'notNeeded' ? '„A“ gehört zu jedem Weg und kann nicht entfallen.' : undefined)
      })
    }
})

test('each state is said as a sentence, also with when', () => {
  expect(stepStates.map((state) => standsInWords(state))).toEqual(['ist offen', 'läuft', 'ist erledigt', 'entfällt'])
  expect(stepStates.map((state) => standsInWords(state, 'jetzt'))).toEqual([
    'ist jetzt offen',
    'läuft jetzt',
    'ist jetzt erledigt',
    'entfällt jetzt',
  ])
})

test('the refusal stands at the field of the state', () => {
  const [step] = roadOf('o')
  expect(step && hindrance([step], step, 'notNeeded', noDeadline)?.errors).toEqual([
    { path: 'state', message: '„A“ gehört zu jedem Weg und kann nicht entfallen.' },
  ])
})

describe('order', () => {
  const chain = { b: { needs: ['a'] }, c: { needs: ['a', 'b'], isOptional: true } }

  test('nothing begins before what it needs, and the refusal names all that is missing', () => {
    for (const wanted of ['inProgress', 'done'] as const)
      expect(whyNot(roadOf('opo', chain), 'c', wanted)).toBe(
        '„C“ ist noch nicht an der Reihe: Zuerst „A“, „B“. Geändert ist nichts.',
      )
  })

  test('what is done or not needed holds nobody up', () => {
    const optional = { a: { isOptional: true }, b: { needs: ['a'] } }
    expect(whyNot(roadOf('do', optional), 'b', 'done')).toBeUndefined()
    expect(whyNot(roadOf('no', optional), 'b', 'done')).toBeUndefined()
    expect(whyNot(roadOf('po', optional), 'b', 'done')).toContain('Zuerst „A“')
  })

  test('what is not needed may be said before its turn', () => {
    expect(whyNot(roadOf('ooo', chain), 'c', 'notNeeded')).toBeUndefined()
  })

  test('a step does not need the one that only stands before it', () => {
    expect(whyNot(roadOf('oo'), 'b', 'done')).toBeUndefined()
  })

  test('nothing is taken back on which something rests that has begun', () => {
    for (const [road, after] of [
      ['dpo', '„B“'],
      ['ddo', '„B“'],
      ['ddp', '„B“, „C“'],
    ] as const)
      for (const wanted of ['open', 'inProgress'] as const)
        expect(whyNot(roadOf(road, chain), 'a', wanted)).toBe(
          `„A“ ist erledigt, und darauf baut schon ${after} auf. Bitte zuerst dort ändern.`,
        )
    expect(whyNot(roadOf('doo', chain), 'a', 'open')).toBeUndefined()
    expect(whyNot(roadOf('don', chain), 'a', 'open')).toBeUndefined()
  })

  test('an optional step that was not needed comes back only while nothing rests on it; done instead is fine', () => {
    const optional = { a: { isOptional: true }, b: { needs: ['a'] } }
    expect(whyNot(roadOf('nd', optional), 'a', 'open')).toContain('„A“ entfällt, und darauf')
    expect(whyNot(roadOf('nd', optional), 'a', 'done')).toBeUndefined()
    expect(whyNot(roadOf('no', optional), 'a', 'open')).toBeUndefined()
  })

  test('of a whole road the first step out of order is named with what it skipped', () => {
    expect(outOfOrder(roadOf('ddd', chain))).toBeUndefined()
    expect(outOfOrder(roadOf('don', chain))).toBeUndefined()
    const wrong = outOfOrder(roadOf('opd', chain))
    expect([wrong?.step.key, wrong?.before.map(({ key }) => key)]).toEqual(['b', ['a']])
    expect(outOfOrder(roadOf('dod', chain))?.before.map(({ key }) => key)).toEqual(['b'])
  })
})

describe('deadline', () => {
  const last = { a: { byDeadline: true } }
  const on = (today: string) => ({ today: Temporal.PlainDate.from(today), deadline: '2026-12-31' })

  test('on its last day a step that has the deadline is done, the day after it is not', () => {
    expect(whyNot(roadOf('o', last), 'a', 'done', on('2026-12-31'))).toBeUndefined()
    expect(whyNot(roadOf('o', last), 'a', 'done', on('2027-01-01'))).toContain('„A“ war bis 31.12.2026 möglich')
  })

  test('afterwards it still begins and is taken back; what was done stays done', () => {
    for (const [road, wanted] of [
      ['o', 'inProgress'],
      ['p', 'open'],
      ['d', 'done'],
      ['d', 'open'],
    ] as const)
      expect(whyNot(roadOf(road, last), 'a', wanted, on('2027-06-01'))).toBeUndefined()
  })

  test('without a deadline, and for other steps, no day is too late', () => {
    expect(whyNot(roadOf('o', last), 'a', 'done', { ...on('2099-01-01'), deadline: null })).toBeUndefined()
    expect(whyNot(roadOf('o'), 'a', 'done', on('2099-01-01'))).toBeUndefined()
  })
})

describe('what is next', () => {
  const keys = (steps: readonly RoadStep[]) => steps.map(({ key }) => key).join('')
  const fork = { b: { needs: ['a'] }, c: { needs: ['a'] }, d: { needs: ['b', 'c'] } }

  test('the first step that is not over is the current one, in progress or open', () => {
    expect(currentStep(roadOf('dnpo'))?.key).toBe('c')
    expect(currentStep(roadOf('odoo'))?.key).toBe('a')
    expect(currentStep(roadOf('dnd'))).toBeUndefined()
    expect(currentStep([])).toBeUndefined()
  })

  test('everything could be done whose needs are over, also side by side', () => {
    for (const [road, possible] of [
      ['oooo', 'a'],
      ['dooo', 'bc'],
      ['dopo', 'bc'],
      ['ddoo', 'c'],
      ['dddo', 'd'],
      ['dddd', ''],
    ] as const)
      expect([road, keys(possibleSteps(roadOf(road, fork)))]).toEqual([road, possible])
  })

  test('needs and what rests on a step are told apart by what has begun', () => {
    const road = roadOf('dopo', fork)
    expect(keys(openNeeds(road, { needs: ['a', 'b', 'c'] }))).toBe('bc')
    expect(keys(restingOn(road, 'a'))).toBe('c')
  })
})
