import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { type Paper, withTexts } from '#kernel/paper.ts'
import { plainText } from '#kernel/plain-text.ts'
import type { PdfOutcome } from './compile-paper.ts'
import { coverageOf, isUsual, showable } from './font-coverage.ts'
import { template } from './template.ts'

/** The part of Typst's compiler that we use; the package comes without types. */
interface Compiler {
  compile(source: object): { result: { numOfPages: number } | null; takeDiagnostics(): object | null }
  fetchDiagnostics(diagnostics: object): { message: string }[]
  pdf(source: object, options: object): Buffer
}

const require = createRequire(import.meta.url)
const weights = ['300Light', '400Regular', '500Medium', '600SemiBold', '400Regular_Italic']

const fontFile = (weight: string): string =>
  require.resolve(`@expo-google-fonts/fira-sans/${weight}/FiraSans_${weight}.ttf`)

/** Undefined where the compiler does not exist for this machine. */
function openCompiler(fontBlobs: Buffer[]): Compiler | undefined {
  try {
    const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu') as {
      NodeCompiler: { create(options: object): Compiler }
    }
    return NodeCompiler.create({ fontArgs: [{ fontBlobs }] })
  } catch {
    return undefined
  }
}

/** The paper with such signs only as each of the fonts has: which other fonts a machine has makes no difference then. */
function shownBy(fonts: Buffer[], paper: Paper): string {
  const coverages = fonts.map(coverageOf)
  const covered = (code: number): boolean => coverages.every((coverage) => coverage.has(code))
  return JSON.stringify(
    withTexts(paper, (text) => (isUsual(text) ? text : breakable(showable(edgeless(text), covered)))),
  )
}

/** Addresses and the like have no place to break: they get one, lest they run over the edge. */
const breakable = (text: string): string => text.replaceAll(/\S{30}(?=\S)/g, '$&\u200b')

/** Spaces at an edge part one run from the next; all other white space around a text goes. */
const edgeless = (text: string): string =>
  `${text.startsWith(' ') ? ' ' : ''}${plainText(text)}${text.endsWith(' ') ? ' ' : ''}`

/** Of a paper that must fit on so many pages: the largest that does. */
const scales = [1.12, 1.06, 1, 0.95, 0.9, 0.85, 0.8, 0.74, 0.68, 0.6, 0.5]

function compile(written: Paper): PdfOutcome {
  const fonts = weights.map((weight) => readFileSync(fontFile(weight)))
  const compiler = openCompiler(fonts)
  if (!compiler) return { kind: 'noCompiler' }
  const { fits } = written
  try {
    const paper = shownBy(fonts, written)
    for (const scale of fits === undefined ? [1] : scales) {
      const inputs = { paper, scale: String(scale) }
      const compiled = compiler.compile({ mainFileContent: template, inputs })
      if (!compiled.result) return { kind: 'fault', message: faultsOf(compiler, compiled.takeDiagnostics()) }
      if (fits !== undefined && compiled.result.numOfPages > fits && scale !== scales.at(-1)) continue
      const bytes = compiler.pdf(compiled.result, { pdfStandard: written.isArchived ? 'a-2a' : 'ua-1' })
      return { kind: 'pdf', bytes: new Uint8Array(bytes), pages: compiled.result.numOfPages }
    }
  } catch (error) {
    return { kind: 'fault', message: error instanceof Error ? error.message : String(error) }
  }
  return { kind: 'fault', message: 'no size was tried' }
}

const faultsOf = (compiler: Compiler, diagnostics: object | null): string =>
  diagnostics
    ? compiler
        .fetchDiagnostics(diagnostics)
        .map(({ message }) => message)
        .join('; ')
    : 'no result'

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort?.postMessage(compile(workerData as Paper))
