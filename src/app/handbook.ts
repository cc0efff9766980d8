import { explainedWords, readHandbook } from '#domains/publishing/help/index.ts'
import { makeGlossary } from '#ui/prose/glossary.ts'

/** The handbook that comes with the product, read once. */
export const handbook = readHandbook()

/** Its words, for the help texts of every page. */
export const glossary = makeGlossary(explainedWords(handbook))
