import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#kernel/outcome.ts'
import { prepareCatalog } from '#foundation/catalogs/index.ts'
import { reportSource } from '../../../../../test/fixtures/report-source.ts'
import { change, reportOf, type ReportSource } from './report.ts'
import { reportPaper } from './report-paper.ts'
import { changeWords, comparison, gaps, headline, lead, strengths } from './report-words.ts'
import { summaryPaper } from './summary-paper.ts'

const prepared = await prepareCatalog('catalogs/lotsenwerk-startcheck.oscal.json')
if (isRefusal(prepared)) throw new Error(prepared.refused)
const source = reportSource(prepared.catalog)
const report = reportOf(source)

const without = (more: Partial<ReportSource>) => reportOf({ ...source, ...more })

describe('a report', () => {
  test('counts each question once: answered, open, disputed, mandatory', () => {
    expect(report.questions).toHaveLength(24)
    expect(report.unanswered.every(({ answer }) => answer === null)).toBe(true)
    expect(report.disputed.map(({ verdict }) => verdict?.verdict)).toEqual(['disputed'])
    expect(report.mandatoryLeft).toHaveLength(report.total.mandatoryLeft)
    expect(report.quickWins).toHaveLength(report.total.quickWinsLeft)
  })

  test('says in sentences where the town stands', () => {
    expect(headline(report)).toBe(
      'Stadt Musterstadt hat wichtige Grundlagen gelegt, am meisten fehlt bei „Zugänge und Passwörter“.',
    )
    expect(lead(report)).toContain('20 von 24 Fragen sind beantwortet, 4 sind offen.')
    expect(strengths(report)).toEqual(['Räume und Netz: 100\u00a0% mit Ja, nichts Zwingendes offen.'])
    expect(gaps(report)[0]).toBe('Zugänge und Passwörter: 50\u00a0% mit Ja; 1 zwingende Anforderung ist offen.')
  })

  test('does not judge what is hardly begun', () => {
    const empty = without({
      questions: source.questions.map((question) => ({ ...question, answer: null })),
      groups: source.groups.map((group) => ({ ...group, yes: 0, no: 0, notApplicable: 0 })),
    })
    expect(headline(empty)).toBe('Stadt Musterstadt hat noch keine Frage beantwortet.')
    const few = without({
      groups: source.groups.map((group, at) => ({ ...group, yes: at === 0 ? 2 : 0, no: 0, notApplicable: 0 })),
    })
    expect(headline(few)).toContain('Für ein Urteil ist es zu früh.')
  })

  test('compares with the wave before, list by list', () => {
    const before = { ...source.assessment, wave: 1, signedOffAt: Temporal.Instant.from('2025-11-20T10:00:00Z') }
    const groups = source.groups.map((group) => ({ ...group, no: group.no + group.yes, yes: 0 }))
    const second = without({ assessment: { ...source.assessment, wave: 2 }, previous: { assessment: before, groups } })
    expect(comparison(second)).toBe('Das sind 58,8 Punkte mehr als bei der letzten Prüfung am 20.11.2025.')
    expect(second.groups[0]).toMatchObject({ before: 0, percent: 66.7 })
    expect([change(50, 60.5), change(null, 1), change(1, undefined)]).toEqual([-10.5, null, null])
    expect([-10.5, 0, 3, null].map(changeWords)).toEqual(['−10,5', '±0', '+3', '–'])
  })
})

describe('the papers', () => {
  const texts = (paper: object): string => JSON.stringify(paper)

  test('of a draft say so; signed ones do not', () => {
    expect(reportPaper(report).mark).toBe('ENTWURF')
    const signedOffAt = Temporal.Instant.from('2026-11-22T10:00:00Z')
    const assessment = { ...source.assessment, inReviewAt: signedOffAt, signedOffAt }
    expect(reportPaper(without({ assessment })).mark).toBeUndefined()
    expect(texts(summaryPaper(without({ assessment })))).not.toContain('ENTWURF')
  })

  test('hold every question, its note, its evidence and its verdict', () => {
    const paper = texts(reportPaper(report))
    for (const { id, title } of report.questions) {
      expect(paper).toContain(JSON.stringify(id).slice(1, -1))
      expect(paper).toContain(JSON.stringify(title).slice(1, -1))
    }
    expect(paper).toContain('Dienstanweisung.pdf (gilt bis 30.06.2027)')
    expect(paper).toContain('strittig: Vor Ort war davon nichts zu sehen.')
    expect(paper).toContain('Lizenz')
  })

  test('name what is open by its number', () => {
    const paper = texts(reportPaper(report))
    for (const { id } of report.unanswered) expect(paper).toContain(id)
  })

  test('of another day are the same but for the day', () => {
    expect(texts(reportPaper(reportOf(source)))).toBe(texts(reportPaper(report)))
  })
})
