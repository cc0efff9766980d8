import { anchorOf } from '#kernel/anchor.ts'

/** One file of the handbook. */
export interface Chapter {
  /** Name of the file without `.md`. */
  slug: string
  text: string
}

interface Section {
  id: string
  title: string
  body: string
  url: string
  audience: 'signedIn'
}

/** The chapter's beginning, and each section below a heading of the second level. */
export function sectionsOf({ slug, text }: Chapter): Section[] {
  const parts = text.split(/^## +/m)
  const title = /^# +(.+)$/m.exec(parts[0] ?? '')?.[1]?.trim() ?? slug
  const url = `/hilfe/handbuch/${encodeURIComponent(slug)}`
  const seen = new Map<string, number>()
  return parts.map((part, place) => {
    const [heading = '', ...lines] = part.split('\n')
    if (place === 0)
      return { id: slug, title, body: withoutMarks(part.replace(/^# .+$/m, '')), url, audience: 'signedIn' }
    const anchor = anchorOf(heading)
    const times = (seen.get(anchor) ?? 0) + 1
    seen.set(anchor, times)
    const unique = times > 1 ? `${anchor}-${times}` : anchor
    return {
      id: `${slug}#${unique}`,
      title: heading.trim().length > 2 ? withoutMarks(heading) : `${title}: ${heading.trim()}`,
      body: `${title}: ${withoutMarks(lines.join('\n'))}`,
      url: `${url}#${unique}`,
      audience: 'signedIn',
    }
  })
}

/** Words without what formats them. */
const withoutMarks = (markdown: string): string =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^ {0,3}\|?[ :|-]+\|?$/gm, ' ')
    .replace(/[|`*#>]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
