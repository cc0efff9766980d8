import type { ControlHelp } from './catalog.ts'
import { lineIn, type Located, objectsIn, textIn, tooLong } from './document/fields.ts'
import { insertParameters } from './parameters/insert-parameters.ts'
import { limits } from './limits.ts'
import type { Scope } from './parameters/parameters.ts'
import { placeIn } from './document/place.ts'
import { propertiesOf, type Property, valueOf } from './document/properties.ts'
import type { Reading } from './document/reading.ts'

export interface ControlTexts {
  statement: string
  statementProperties: Property[]
  help: ControlHelp[]
}

/** How the result is tested belongs to the assessor's plan, not beside the question. */
const isAssessment = (name: string): boolean => /^(assessment|objective)/.test(name)

/** One line with its parameters filled in, '' when there is none; too long a result is a problem. */
export function filledLine(from: Located, name: string, scope: Scope, reading: Reading, limit: number): string {
  const text = lineIn(from, name, reading.problems, limit) ?? ''
  return fill(text, from, name, { scope, reading, limit })
}

function fill(
  text: string,
  from: Located,
  name: string,
  how: { scope: Scope; reading: Reading; limit: number },
): string {
  const filled = insertParameters(text, how.scope, how.reading, how.limit)
  if (filled !== null) return filled
  how.reading.problems.add(
    placeIn(from.at, name),
    'wird der Text durch eingesetzte Parameter zu lang',
    'Bitte kürzen Sie die Werte der Parameter und laden Sie die Datei erneut hoch.',
  )
  return ''
}

class PartsReader {
  readonly help: ControlHelp[] = []
  readonly statement: string[] = []
  readonly statementProperties: Property[] = []
  private readonly scope: Scope
  private readonly reading: Reading

  constructor(scope: Scope, reading: Reading) {
    this.scope = scope
    this.reading = reading
  }

  part(part: Located): void {
    const name = this.nameOf(part)
    if (name === 'statement') this.statementPart(part)
    else if (!isAssessment(name)) this.helpPart(part, name)
  }

  private nameOf(part: Located): string {
    return lineIn(part, 'name', this.reading.problems, limits.idLength) ?? ''
  }

  private prose(part: Located): string {
    const text = textIn(part, 'prose', this.reading.problems) ?? ''
    return fill(text, part, 'prose', { scope: this.scope, reading: this.reading, limit: limits.proseLength })
  }

  /** The statement's own text and its items below each other, each item with its label ("a."). */
  private statementPart(part: Located): void {
    const properties = propertiesOf(part, this.reading.problems)
    this.statementProperties.push(...properties)
    const line = [valueOf(properties, 'label'), this.prose(part)].filter(Boolean).join(' ')
    if (line !== '') this.statement.push(line)
    for (const item of objectsIn(part, 'parts', this.reading.problems))
      if (!isAssessment(this.nameOf(item))) this.statementPart(item)
  }

  private helpPart(part: Located, name: string): void {
    const title = filledLine(part, 'title', this.scope, this.reading, limits.titleLength) || null
    const prose = this.prose(part)
    if (prose !== '' || title !== null) this.help.push({ name, title, prose })
    for (const item of objectsIn(part, 'parts', this.reading.problems)) {
      const itemName = this.nameOf(item)
      if (!isAssessment(itemName)) this.helpPart(item, itemName)
    }
  }
}

/** The parts of a control: the statement as one text, the rest as help in the source's order, without the assessment parts. */
export function readParts(control: Located, scope: Scope, reading: Reading): ControlTexts {
  const reader = new PartsReader(scope, reading)
  for (const part of objectsIn(control, 'parts', reading.problems)) reader.part(part)
  const statement = reader.statement.join('\n')
  if (statement.length > limits.proseLength)
    reading.problems.add(placeIn(control.at, 'parts'), tooLong(statement.length, limits.proseLength))
  return { statement, statementProperties: reader.statementProperties, help: reader.help }
}

/** What introduces a group: its parts' prose, else the remark that the BSI writes beside the group's label. */
export function readOverview(group: Located, scope: Scope, reading: Reading): string | null {
  const { statement, help } = readParts(group, scope, reading)
  const prose = [statement, ...help.map((part) => part.prose)].filter(Boolean).join('\n\n')
  const label = propertiesOf(group, reading.problems).find(({ name }) => name === 'label')
  return prose || label?.remarks || null
}
