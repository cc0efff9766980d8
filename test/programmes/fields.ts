// What stands in the forms of a page, as a browser would send it.
import type { Page } from '../harness/clients.ts'

const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

// Values may hold the sign that ends a tag.
const rest = '(?:"[^"]*"|[^">])*'

/** What a field carries: the text of an area, the value of a field, the chosen option; undefined when there is none. */
export function valueOf({ html }: Page, name: string): string | undefined {
  const area = new RegExp(`<textarea${rest}name="${name}"${rest}>([\\s\\S]*?)</textarea>`).exec(html)?.[1]
  const inputs = html.match(new RegExp(`<input${rest}name="${name}"${rest}>`, 'g')) ?? []
  const chosen = inputs.some((one) => one.includes('type="radio"'))
    ? inputs.find((one) => one.includes(' checked'))
    : inputs[0]
  const select = new RegExp(`<select${rest}name="${name}"${rest}>([\\s\\S]*?)</select>`).exec(html)?.[1]
  const option = select === undefined ? undefined : /<option[^>]*selected[^>]*>/.exec(select)?.[0]
  const tag = chosen ?? option
  // What is empty is written without its quotes.
  const value = area ?? (tag && (/ value="([^"]*)"/.exec(tag)?.[1] ?? ''))
  return value === undefined ? undefined : plain(value)
}

/** All fields of a page; boxes only where they are ticked. */
export function fieldsOf(page: Page): Record<string, string> {
  const names = new Set(
    [...page.html.matchAll(/<(?:input|textarea|select)[^>]* name="([^"]+)"/g)].map(([, name]) => name ?? ''),
  )
  const fields: Record<string, string> = {}
  for (const name of names) {
    const [box] = page.html.match(new RegExp(`<input${rest}name="${name}"${rest}>`)) ?? []
    const isBox = box?.includes('type="checkbox"') === true
    if (name !== '_csrf' && (!isBox || box.includes(' checked')))
      fields[name] = isBox ? 'ja' : (valueOf(page, name) ?? '')
  }
  return fields
}
