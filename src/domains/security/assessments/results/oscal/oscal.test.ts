import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#kernel/outcome.ts'
import { prepareCatalog } from '#foundation/catalogs/index.ts'
import { reportSource } from '../../../../../../test/fixtures/report-source.ts'
import { needsSharedData, sharedData } from '../../../../../../test/fixtures/shared-data.ts'
import { oscalResultsExample, planExample } from '../examples.ts'
import { type Report, reportOf } from '../report.ts'
import { assessmentPlan } from './assessment-plan.ts'
import { assessmentResults } from './assessment-results.ts'

/** A stand-in for the caller's UUIDs of version 5. */
function uuidFor(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

async function reportOn(file: string): Promise<Report> {
  const prepared = await prepareCatalog(file)
  if (isRefusal(prepared)) throw new Error(prepared.refused)
  return reportOf(reportSource(prepared.catalog))
}

const report = await reportOn('catalogs/lotsenwerk-startcheck.oscal.json')
const levels = await reportOn('test/fixtures/oscal/flat-catalog-1.2.1.json')
const result = (of: Report) => assessmentResults({ uuidFor, report: of })['assessment-results'].results[0]

describe('what was found', () => {
  test('is a finding and an observation for each answer, and nothing for what is open', () => {
    expect(result(report)?.findings).toHaveLength(20)
    expect(result(report)?.observations).toHaveLength(20)
    expect(result(report)?.['reviewed-controls']['control-selections'][0]).toMatchObject({
      'include-controls': expect.arrayContaining([{ 'control-id': 'lw-start-01' }]),
    })
  })

  test('is satisfied or not, with what was said', () => {
    const states = result(report)?.findings?.map(({ target }) => [
      target.status.state,
      target.status.reason,
      target.status.remarks,
    ])
    expect(states).toEqual(
      expect.arrayContaining([
        ['satisfied', 'pass', 'Ja.'],
        ['not-satisfied', 'fail', 'Nein.'],
        ['satisfied', 'other', 'Nicht relevant.'],
      ]),
    )
  })

  test('names levels and their targets', () => {
    const all = result(levels)?.findings?.flatMap(({ target, props }) => [
      target.status.remarks,
      ...props.map(({ name }) => name),
    ])
    expect(all).toEqual(expect.arrayContaining(['level', 'target']))
    expect(all?.some((words) => /^Stufe \d von 4\.$/.test(words ?? ''))).toBe(true)
  })

  test('was examined where there is evidence, else asked', () => {
    const methods = new Set(result(report)?.observations?.map((observation) => observation.methods.join('+')))
    expect(methods).toEqual(new Set(['INTERVIEW', 'INTERVIEW+EXAMINE']))
  })

  test('is the same document for the same report, and every uuid is another', () => {
    const text = JSON.stringify(assessmentResults({ uuidFor, report }))
    expect(JSON.stringify(assessmentResults({ uuidFor, report }))).toBe(text)
    const uuids = text.match(/"uuid":"[^"]+"/g) ?? []
    expect(new Set(uuids).size).toBe(uuids.length)
  })
})

const schema = (kind: string): string | null => sharedData('oscal', 'schemas', '1.1.3', `oscal_${kind}_schema.json`)

describe.skipIf(!schema('assessment-results'))(
  `the schemas of NIST (${needsSharedData('oscal/schemas/1.1.3')})`,
  () => {
    const errorsBy = (kind: string): ((document: unknown) => unknown) => {
      const file = schema(kind)
      if (!file) return () => null
      const ajv = new Ajv({ strict: false, unicodeRegExp: true, allErrors: true })
      formats.default(ajv)
      const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')))
      return (document) => (validate(JSON.parse(JSON.stringify(document))) ? null : validate.errors)
    }
    const [plan, results] = [errorsBy('assessment-plan'), errorsBy('assessment-results')]

    test('take the examples of our own document', () => {
      expect([plan(planExample), results(oscalResultsExample)]).toEqual([null, null])
    })

    test('take plan and results, also in levels, signed, or with nothing said', () => {
      const signed = {
        side: 'assessor' as const,
        personId: 'p',
        role: 'assessor',
        actingForName: 'Prüfhaus',
        signedAt: report.madeAt,
        sha256: 'ab'.repeat(32),
      }
      const silent = {
        ...report,
        questions: report.questions.map((question) => ({ ...question, answer: null, verdict: null })),
      }
      for (const each of [report, levels, silent, { ...report, signatures: [signed] }])
        expect([
          plan(assessmentPlan({ uuidFor, report: each })),
          results(assessmentResults({ uuidFor, report: each })),
        ]).toEqual([null, null])
    })

    test('take any texts', () => {
      const nasty = fc.constantFrom(
        '',
        ' ',
        '\n',
        '\u00a0',
        '\ufeff',
        '\u0000',
        '\ud800',
        'a\nb',
        '\u200b',
        '.',
        '1.2',
        'ä b',
      )
      const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), nasty)
      fc.assert(
        fc.property(text, text, text, text, (id, title, note, name) => {
          const questions = report.questions.slice(0, 3).map((question) => ({
            ...question,
            id: id + question.id,
            key: id,
            title,
            statement: note,
            answer: question.answer && { ...question.answer, note },
            evidence: [{ title, validUntil: null }],
            verdict: question.verdict && { ...question.verdict, remark: note },
          }))
          const assessment = { ...report.assessment, organizationName: name, catalogTitle: title }
          const catalog = { ...report.catalog, title, version: name }
          const input = { uuidFor, report: { ...report, questions, assessment, catalog } }
          expect([plan(assessmentPlan(input)), results(assessmentResults(input))]).toEqual([null, null])
        }),
        { numRuns: 150, seed: 3 },
      )
    })
  },
)
