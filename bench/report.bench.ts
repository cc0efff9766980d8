// The full report of 901 controls as PDF (BSI's kernel where the shared data are, else an invented catalog of the same size): at most two
// seconds of work, and at most three times what Typst needs for the same words as plain paragraphs. Work is time of the processor, since
// it is done in a thread while the server goes on.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { readCatalog } from '../src/foundation/catalogs/oscal/read-catalog.ts'
import { reportPaper } from '../src/domains/security/assessments/results/report-paper.ts'
import { reportOf } from '../src/domains/security/assessments/results/report.ts'
import { isRefusal } from '../src/kernel/outcome.ts'
import { type Paper, withTexts } from '../src/kernel/paper.ts'
import type { PdfOutcome } from '../src/platform/pdf/compile-paper.ts'
import { askThread } from '../src/platform/thread.ts'
import { reportSource } from '../test/fixtures/report-source.ts'
import { sharedData } from '../test/fixtures/shared-data.ts'
import { type Figure, figure, quantile } from './figure.ts'

const rounds = 5

export async function measure(): Promise<Figure[]> {
  const file = sharedData('oscal/BSI-Stand-der-Technik-Kernel-catalog.json')
  const catalog = readCatalog(file ? readFileSync(file) : Buffer.from(JSON.stringify(invented(901))))
  if (isRefusal(catalog)) throw new Error(catalog.refused)
  const source = reportSource(catalog)
  const [ours, plain]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    // Another paper each round, since Typst remembers what it has set before.
    const paper = withTexts(reportPaper(reportOf(source)), (text) => (text.includes(' ') ? `${text} ${round}` : text))
    ours.push(await work(() => inProduct(paper)))
    plain.push(await work(async () => compilePlain(textsOf(paper).map((text) => `${text} ${round}`))))
  }
  const [report, limit] = [quantile(ours, 0.5), quantile(plain, 0.5)]
  return [
    figure('report', 'ms of work: PDF of 901 controls (goal 2000)', report, 'ms', 2000),
    figure('report', 'the same / the same words as plain paragraphs (goal 3)', report, 'ms', limit),
  ]
}

/** The thread of the built product: the source would be stripped of its types in each. */
async function inProduct(paper: Paper): Promise<void> {
  const entry = new URL('../dist/server/pdf-worker.js', import.meta.url)
  const outcome = await askThread<PdfOutcome>(entry, { workerData: paper, timeoutMs: 60_000 })
  if (outcome?.kind !== 'pdf') throw new Error(JSON.stringify(outcome))
}

async function work(task: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await task()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Every text that stands in the paper, in its order. */
function textsOf(paper: Paper): string[] {
  const texts: string[] = []
  JSON.stringify(paper.blocks, (key, value: unknown) => {
    if (typeof value === 'string' && ['text', 'header', 'caption', 'label', 'value'].includes(key)) texts.push(value)
    return value
  })
  return texts
}

const require = createRequire(import.meta.url)

interface Compiler {
  pdf(source: object, options: object): Buffer
}

function compilePlain(texts: string[]): void {
  const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu') as {
    NodeCompiler: { create(options: object): Compiler }
  }
  const font = readFileSync(require.resolve('@expo-google-fonts/fira-sans/400Regular/FiraSans_400Regular.ttf'))
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [font] }] })
  const mainFileContent = `#set document(title: "Text")
#set text(font: "Fira Sans", lang: "de", size: 9pt)
#for words in json(bytes(sys.inputs.texts)) { par(text(words)) }`
  compiler.pdf({ mainFileContent, inputs: { texts: JSON.stringify(texts) } }, { pdfStandard: 'ua-1' })
}

const invented = (size: number): object => ({
  catalog: {
    metadata: { title: 'Erfundener Katalog', version: '1', 'oscal-version': '1.1.3' },
    groups: Array.from({ length: 20 }, (_group, group) => ({
      id: `L${group}`,
      title: `Liste ${group}`,
      controls: Array.from({ length: Math.ceil(size / 20) }, (_, at) => ({
        id: `L${group}.${at}`,
        title: `Haben Sie Anforderung ${group}.${at} umgesetzt und schriftlich festgehalten?`,
        parts: [
          {
            name: 'statement',
            prose: 'Die Verwaltung setzt die Anforderung um, prüft sie jedes Jahr und hält das Ergebnis fest. '.repeat(
              2,
            ),
          },
        ],
      })),
    })),
  },
})
