import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import type { AnswerValue, Scale } from '#kernel/scale.ts'
import { coverLists, zeroInWords } from './cover.ts'
import { originsIn } from './origins.ts'
import { agree, type Giver, judge, propose, type SourceAnswer } from './propose.ts'
import type { Reached, Relationship } from './reached.ts'
import { sharedRequirements, withShared } from './shared-requirements.ts'

const at = Temporal.Instant.from('2026-11-02T08:00:00Z')
const answer = (controlId: string, value: AnswerValue | null, more: Partial<SourceAnswer> = {}): SourceAnswer => ({
  controlId,
  title: `Titel ${controlId}`,
  answer: value,
  level: null,
  target: null,
  note: '',
  version: 1,
  answeredAt: at,
  ...more,
})
const reached = (controlId: string, relationship: Relationship, more: Partial<Reached> = {}): Reached => ({
  controlId,
  relationship,
  isDefault: false,
  via: [{ requirementId: 'CON.3.A2', sourceId: 'CON.3.A2-UA.1', relationship, collectionId: 'c' }],
  ...more,
})
const giver = (name: string, answers: SourceAnswer[], reach: [string, Reached[]][]): Giver => ({
  check: { id: `check of ${name}`, catalogId: name, catalogTitle: name, catalogVersion: '1', wave: 1 },
  answers: new Map(answers.map((one) => [one.controlId, one])),
  reach: new Map(reach),
})
const here = { catalogId: 'here', scale: 'yesNoNotApplicable' as Scale }
const nothingTaken = originsIn([])

describe('what an answer given elsewhere says here', () => {
  // Relation, answer there → answer here; how sure if the source is the requirement itself; if it is a question about it.
  const table: [Relationship, AnswerValue, AnswerValue | null, string, string][] = [
    ['equal-to', 'yes', 'yes', 'largely', 'partly'],
    ['equal-to', 'no', 'no', 'partly', 'slightly'],
    ['equal-to', 'notApplicable', 'notApplicable', 'partly', 'slightly'],
    ['equivalent-to', 'yes', 'yes', 'largely', 'partly'],
    ['equivalent-to', 'no', 'no', 'partly', 'slightly'],
    ['equivalent-to', 'notApplicable', 'notApplicable', 'partly', 'slightly'],
    ['superset-of', 'yes', 'yes', 'largely', 'partly'],
    ['superset-of', 'no', null, 'none', 'none'],
    ['superset-of', 'notApplicable', null, 'none', 'none'],
    ['subset-of', 'yes', null, 'none', 'none'],
    ['subset-of', 'no', 'no', 'partly', 'slightly'],
    ['subset-of', 'notApplicable', null, 'none', 'none'],
    ['intersects-with', 'yes', null, 'none', 'none'],
    ['intersects-with', 'no', null, 'none', 'none'],
    ['intersects-with', 'notApplicable', null, 'none', 'none'],
  ]
  test.each(table)('%s, %s → %s (%s from the requirement, %s from a question)', (relation, there, says, own, asked) => {
    const about = (isRequirement: boolean) =>
      judge({ answer: there }, reached('X', relation), { isRequirement, scale: here.scale })
    expect([about(true).says, about(true).confidence]).toEqual([says, own])
    expect([about(false).says, about(false).confidence]).toEqual([says, asked])
    expect(about(true).why).toMatch(/\.$/)
  })

  test('a relation that nobody chose is one step less sure, and says so', () => {
    const filledIn = reached('X', 'equal-to', { isDefault: true })
    const { confidence, why } = judge({ answer: 'yes' }, filledIn, { isRequirement: true, scale: here.scale })
    expect(confidence).toBe('partly')
    expect(why).toContain('Voreinstellung')
    const question = judge({ answer: 'no' }, filledIn, { isRequirement: false, scale: here.scale })
    expect(question).toMatchObject({ says: 'no', confidence: 'slightly' })
  })

  test('where the source itself is mapped, no part of it is spoken of', () => {
    const whole = { isRequirement: true, isWhole: true, scale: here.scale }
    expect(judge({ answer: 'yes' }, reached('X', 'equivalent-to'), whole).why).toBe('Beide verlangen Gleichwertiges.')
    expect(judge({ answer: 'yes' }, reached('X', 'superset-of'), whole).why).toBe(
      'Die Quelle deckt diese Anforderung mit ab.',
    )
  })

  test('levels propose nothing, on either side', () => {
    const about = { isRequirement: true, scale: here.scale }
    expect(judge({ answer: null }, reached('X', 'equal-to'), about).says).toBeNull()
    expect(
      judge({ answer: 'yes' }, reached('X', 'equal-to'), { ...about, scale: 'level0to5WithTarget' }),
    ).toMatchObject({ says: null, confidence: 'none' })
  })
})

describe('what all sources say together', () => {
  const from = (...given: [string, AnswerValue, Relationship][]) =>
    propose(
      here,
      given.map(([name, value, relation]) => giver(name, [answer('Q.1', value)], [['Q.1', [reached('X', relation)]]])),
      nothingTaken,
    ).get('X')

  test('the surest of those that agree is named', () => {
    const one = propose(
      here,
      [
        giver('wiba', [answer('BAK.2', 'yes')], [['BAK.2', [reached('X', 'equal-to')]]]),
        giver('kompendium', [answer('CON.3.A2', 'yes')], [['CON.3.A2', [reached('X', 'equal-to')]]]),
      ],
      nothingTaken,
    ).get('X')
    expect(one).toMatchObject({ answer: 'yes', confidence: 'largely' })
    expect(one?.voices.map(({ source }) => source.controlId)).toEqual(['BAK.2', 'CON.3.A2'])
  })

  test('one yes and one no propose nothing, whatever their relations, and both are shown', () => {
    for (const relation of ['equal-to', 'intersects-with', 'superset-of'] as const) {
      const both = from(['a', 'yes', 'equal-to'], ['b', 'no', relation])
      expect([both?.answer, both?.confidence, both?.voices.length]).toEqual([null, 'none', 2])
      expect(both?.why).toContain('widersprechen')
    }
  })

  test('"not applicable" against a yes is a contradiction where both speak, and a hint where one only overlaps', () => {
    expect(from(['a', 'yes', 'equal-to'], ['b', 'notApplicable', 'equal-to'])?.answer).toBeNull()
    expect(from(['a', 'yes', 'equal-to'], ['b', 'notApplicable', 'intersects-with'])?.answer).toBe('yes')
  })

  test('where nobody proposes anything the first says why', () => {
    expect(from(['a', 'yes', 'subset-of'])).toMatchObject({
      answer: null,
      confidence: 'none',
      why: expect.stringContaining('Was fehlt'),
    })
    expect(agree([])).toEqual({ answer: null, confidence: 'none', why: '' })
  })

  test('a question that reaches nothing, and a mapping from a question that nobody answered, propose nothing', () => {
    const found = propose(
      here,
      [giver('a', [answer('Q.1', 'yes')], [['Q.2', [reached('X', 'equal-to')]]])],
      nothingTaken,
    )
    expect(found.size).toBe(0)
  })
})

describe('circles', () => {
  const taken = (to: [string, string], from: [string, string]) => ({
    catalogId: to[0],
    controlId: to[1],
    sourceCatalogId: from[0],
    sourceControlId: from[1],
  })

  test('an answer that was taken from here does not come back, over however many checks', () => {
    const origins = originsIn([taken(['b', 'B.1'], ['here', 'X']), taken(['c', 'C.1'], ['b', 'B.1'])])
    const givers = [
      giver(
        'b',
        [answer('B.1', 'yes'), answer('B.2', 'yes')],
        [
          ['B.1', [reached('X', 'equal-to')]],
          ['B.2', [reached('Y', 'equal-to')]],
        ],
      ),
      giver('c', [answer('C.1', 'yes')], [['C.1', [reached('X', 'equal-to')]]]),
    ]
    expect([...propose(here, givers, origins).keys()]).toEqual(['Y'])
    // Elsewhere the same answers are sources like any other.
    expect([...propose({ ...here, catalogId: 'd' }, givers, origins).keys()]).toEqual(['X', 'Y'])
  })

  test('answers taken from each other end the search', () => {
    const origins = originsIn([taken(['a', 'A'], ['b', 'B']), taken(['b', 'B'], ['a', 'A'])])
    expect([...origins('a', 'A')].toSorted()).toEqual(['a', 'b'])
    expect(origins('c', 'C').size).toBe(0)
  })
})

describe('questions that name the same requirement', () => {
  const from = new Map([
    ['BAK.2', ['CON.3.A2', 'CON.3.A4']],
    ['BAK.3', []],
  ])
  const to = new Map([
    ['lw-1', ['CON.3.A2', 'CON.3.A4']],
    ['lw-2', ['CON.3.A9']],
  ])

  test('overlap, by all they share', () => {
    const shared = sharedRequirements(from, to)
    expect(shared.get('BAK.2')).toMatchObject([{ controlId: 'lw-1', relationship: 'intersects-with' }])
    expect(shared.get('BAK.2')?.[0]?.via.map(({ requirementId }) => requirementId)).toEqual(['CON.3.A2', 'CON.3.A4'])
    expect(shared.get('BAK.3')).toEqual([])
  })

  test('give way to what a collection says', () => {
    const both = withShared(new Map([['BAK.2', [reached('lw-1', 'equal-to')]]]), sharedRequirements(from, to))
    expect(both.get('BAK.2')?.map(({ relationship }) => relationship)).toEqual(['equal-to'])
  })
})

describe('coverage', () => {
  const groups = [
    { key: 'BAK', title: 'Backup' },
    { key: 'NET', title: 'Netze' },
  ]
  const controls = [
    { id: 'BAK.1', topKey: 'BAK' },
    { id: 'NET.1', topKey: 'NET' },
    { id: 'NET.2', topKey: 'NET' },
  ]

  test('names every list, and says zero', () => {
    const lists = coverLists(groups, controls, new Map([['NET.1', [reached('X', 'equal-to')]]]))
    expect(lists.map(({ title, questions, mapped }) => [title, questions, mapped])).toEqual([
      ['Backup', 1, 0],
      ['Netze', 2, 1],
    ])
    expect(zeroInWords(lists, 'WiBA', 'Grundschutz++')).toBe('Für Backup gibt es noch keine amtliche Zuordnung.')
  })

  test('without any mapping it says so for the whole catalog', () => {
    const lists = coverLists(groups, controls, new Map())
    expect(zeroInWords(lists, 'WiBA', 'X')).toBe('Von „WiBA“ zu „X“ gibt es noch keine amtliche Zuordnung.')
    const shared = coverLists(
      groups,
      controls,
      sharedRequirements(new Map([['BAK.1', ['A.1.A1']]]), new Map([['X', ['A.1.A1']]])),
    )
    expect(zeroInWords(shared, 'WiBA', 'X')).toContain('als Hinweis')
    expect(zeroInWords([], 'WiBA', 'X')).toBeNull()
  })
})
