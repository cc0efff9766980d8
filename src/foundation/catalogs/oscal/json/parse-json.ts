import { isRefusal, type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'

import { limits } from '../limits.ts'
import { quoted, wholeNumber } from '../document/wording.ts'
import { decodeBytes, lineOf } from './decode-bytes.ts'
import { type JsonFault, scanJson } from './scan-json.ts'
import { inspect, type Trail } from './unsafe-text.ts'

/** "Zeile 3, Spalte 7", both from 1; the column counts characters. */
function lineAndColumn(body: Uint8Array, at: number): string {
  const lineStart = at === 0 ? 0 : body.lastIndexOf(0x0a, at - 1) + 1
  const before = new TextDecoder().decode(body.subarray(lineStart, at))
  return `Zeile ${wholeNumber(lineOf(body, at))}, Spalte ${wholeNumber(Array.from(before).length + 1)}`
}

function characterAt(body: Uint8Array, at: number): string {
  const [character = ''] = Array.from(new TextDecoder().decode(body.subarray(at, at + 4)))
  return quoted(character)
}

function faultRefusal(body: Uint8Array, fault: JsonFault): Refusal {
  const place = lineAndColumn(body, fault.at)
  switch (fault.kind) {
    case 'depth':
      return refuse(
        `Die Datei wurde nicht gelesen: In ${place} ist sie mehr als ${limits.jsonDepth} Ebenen tief verschachtelt. Bitte wählen Sie einen OSCAL-Katalog; dessen Ebenen sind weit weniger.`,
      )
    case 'values':
      return refuse(
        `Die Datei wurde nicht gelesen: Ab ${place} enthält sie mehr als ${wholeNumber(limits.jsonValues)} Einzelwerte. Bitte teilen Sie den Katalog auf.`,
      )
    case 'duplicateKey':
      return refuse(
        `Die Datei wurde nicht gelesen: In ${place} steht die Angabe ${quoted(fault.about)} zum zweiten Mal im selben Objekt. Bitte fassen Sie beide zusammen, damit nichts verloren geht.`,
      )
    case 'syntax':
      return fault.at >= body.length
        ? refuse(
            `Die Datei wurde nicht gelesen: Sie bricht in ${place} mitten im JSON ab. Bitte laden Sie sie erneut von der Quelle; vermutlich wurde sie unvollständig übertragen.`,
          )
        : refuse(
            `Die Datei wurde nicht gelesen: In ${place} steht ${characterAt(body, fault.at)}, erwartet wird ${fault.about}. Bitte berichtigen Sie die Stelle oder laden Sie die Datei erneut von der Quelle.`,
          )
  }
}

const pathOf = (trail: Trail): string =>
  trail
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${quoted(step).slice(1, -1)}`,
    )
    .join('')

/** The id of the innermost object on the way that has one: people search for it. */
function nearestId(root: unknown, trail: Trail): string | null {
  let id: string | null = null
  let value = root
  for (const step of trail) {
    if (typeof value !== 'object' || value === null) break
    if ('id' in value && typeof value.id === 'string') id = value.id
    value = Reflect.get(value, step)
  }
  return id
}

/**
 * JSON bytes to a value, safe for hostile files: encoding, nesting, number of values, doubled names and characters that PostgreSQL
 * cannot hold are refused with their place. `bytes` is at most `limits.bytes` long (checked by the caller). Never throws.
 */
export function parseJson(bytes: Uint8Array): Outcome<{ value: unknown }> {
  const decoded = decodeBytes(bytes)
  if (isRefusal(decoded)) return decoded
  const facts = scanJson(decoded.body, limits)
  if ('kind' in facts) return faultRefusal(decoded.body, facts)
  const value: unknown = JSON.parse(decoded.text)
  const { members, unsafe } = inspect(value, facts.unsafeEscapes)
  if (unsafe) {
    const id = nearestId(value, unsafe.trail)
    const near = id === null ? '' : ` (nahe ${quoted(id)})`
    return refuse(
      `Die Datei wurde nicht gelesen: In ${pathOf(unsafe.trail) || 'der obersten Ebene'}${near} steht ${unsafe.inName ? 'in einem Namen ' : ''}das Zeichen ${unsafe.character}, das nicht gespeichert werden kann. Bitte entfernen Sie es in der Datei.`,
      [{ path: pathOf(unsafe.trail), message: `Hier steht das Zeichen ${unsafe.character}.` }],
    )
  }
  if (members !== facts.members) {
    const fault = scanJson(decoded.body, limits, true)
    if ('kind' in fault) return faultRefusal(decoded.body, fault)
  }
  return { value }
}
