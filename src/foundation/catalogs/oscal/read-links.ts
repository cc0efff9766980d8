import type { ControlLink } from './catalog.ts'
import { lineIn, type Located, objectsIn } from './document/fields.ts'
import { limits } from './limits.ts'
import { nearestId } from './document/place.ts'
import type { Reading } from './document/reading.ts'

/** Addresses end up in links of pages: `javascript:` and its like must not. Browsers skip the white space that is removed here. */
function isSafe(href: string): boolean {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(href.replace(/[\s\p{Cc}]/gu, ''))
  return scheme === null || /^(https?|mailto|urn):$/i.test(scheme[0])
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** A control's links; `#ID` of a control of the same catalog is resolved, unsafe addresses are left out with a warning. */
export function readLinks(control: Located, controlIds: ReadonlySet<string>, reading: Reading): ControlLink[] {
  return objectsIn(control, 'links', reading.problems).flatMap((link) => {
    const href = lineIn(link, 'href', reading.problems, limits.hrefLength)
    const rel = lineIn(link, 'rel', reading.problems, limits.idLength)
    const text = lineIn(link, 'text', reading.problems, limits.titleLength)
    if (href === null) return []
    if (!isSafe(href)) {
      reading.warnings.add('link', nearestId(link.at) ?? '')
      return []
    }
    const target = href.startsWith('#') ? decoded(href.slice(1)) : null
    const known = target !== null && controlIds.has(target)
    return [{ rel, ...(known && { controlId: target }), href, ...(text !== null && { text }) }]
  })
}
