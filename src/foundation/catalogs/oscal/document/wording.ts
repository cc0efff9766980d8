const shownLength = 60
/** Control characters, format characters (such as text direction) and halves of surrogate pairs must not reach a page or a log. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Foreign text inside a German sentence: in „…“, shortened to 60 characters, invisible characters by their number. */
export function quoted(text: string): string {
  const characters = Array.from(text.slice(0, 2 * shownLength + 2))
  const shown = characters.slice(0, shownLength).join('').replace(invisible, codePoint)
  return `„${shown}${characters.length > shownLength ? '…' : ''}“`
}

/** 20000 → 20.000 */
export const wholeNumber = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.')

/** "A", "A und B", "A, B, C, D, E und weitere" */
export function enumerated(items: readonly string[], shown = 5): string {
  if (items.length < 2) return items.join('')
  const last = items.length > shown ? 'weitere' : items.at(-1)
  return `${items.slice(0, Math.min(shown, items.length - 1)).join(', ')} und ${last}`
}
