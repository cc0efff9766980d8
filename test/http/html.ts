// Reads the pages as far as the tests need it: forms with their fields, links, text with its entities resolved.
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

export const decode = (text: string): string =>
  text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal) return String.fromCodePoint(Number(decimal))
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    return named[name ?? ''] ?? whole
  })

/** What a reader sees, white space folded. */
export const readable = (html: string): string =>
  decode(html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[^\S\u00a0]+/g, ' '))

export const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag)
  return found ? decode(found[1] ?? '') : undefined
}

/** An opening tag; a `>` may stand in the value of an attribute. */
const tag = (name: string): RegExp => new RegExp(`<${name}(?:\\s(?:"[^"]*"|[^">])*)?>`, 'g')

export interface HtmlForm {
  action: string
  html: string
  /** What a browser would send if nothing were changed: hidden and text fields, chosen options, text areas. */
  fields: Record<string, string>
}

export function formsOf(html: string): HtmlForm[] {
  return [...html.matchAll(/<form[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => ({
    action: attribute(form.slice(0, form.indexOf('>') + 1), 'action') ?? '',
    html: form,
    fields: { ...inputsOf(form), ...textAreasOf(form), ...selectsOf(form) },
  }))
}

function inputsOf(form: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [input] of form.matchAll(tag('input'))) {
    const [name, type] = [attribute(input, 'name'), attribute(input, 'type') ?? 'text']
    if (name === undefined || type === 'file') continue
    if ((type === 'radio' || type === 'checkbox') && attribute(input, 'checked') === undefined) continue
    fields[name] = attribute(input, 'value') ?? ''
  }
  return fields
}

// A browser drops the first line break of a text area.
const textAreasOf = (form: string): Record<string, string> =>
  Object.fromEntries(
    [...form.matchAll(/(<textarea(?:"[^"]*"|[^">])*>)([\s\S]*?)<\/textarea>/g)].map(([, opening = '', text = '']) => [
      attribute(opening, 'name') ?? '',
      decode(text.replace(/^\n/, '')),
    ]),
  )

const selectsOf = (form: string): Record<string, string> =>
  Object.fromEntries(
    [...form.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)].map(([, opening = '', options = '']) => {
      const all = [...options.matchAll(tag('option'))].map(([option]) => option)
      const chosen = all.find((option) => attribute(option, 'selected') !== undefined) ?? all[0] ?? ''
      return [attribute(opening, 'name') ?? '', attribute(chosen, 'value') ?? '']
    }),
  )

/** The form that is sent to this address. */
export function formTo(html: string, action: string): HtmlForm {
  const found = formsOf(html).find((form) => form.action === action)
  if (!found)
    throw new Error(
      `no form to ${action}; there are: ${formsOf(html)
        .map((form) => form.action)
        .join(', ')}`,
    )
  return found
}

export const linksOf = (html: string): string[] =>
  [...html.matchAll(tag('a'))].flatMap(([link]) => attribute(link, 'href') ?? [])
