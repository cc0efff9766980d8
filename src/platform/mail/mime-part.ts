/** A mail or a part of one, as far as reading delivery reports needs it. */
export interface Part {
  /** Names in lower case; of repeated ones the first. */
  headers: ReadonlyMap<string, string>
  body: string
}

/** Splits header from body and unfolds the header's lines. `source` holds one byte per character. */
export function readPart(source: string): Part {
  const text = source.replaceAll(/\r\n?/g, '\n')
  const end = text.startsWith('\n') ? 0 : text.indexOf('\n\n')
  return { headers: readHeaders(end < 0 ? text : text.slice(0, end)), body: end < 0 ? '' : text.slice(end).trimStart() }
}

/** The fields of one block: headers of a mail, or one group of a delivery report. */
export function readHeaders(block: string): Map<string, string> {
  const headers = new Map<string, string>()
  for (const line of block.replaceAll(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return headers
}

/** `multipart/report; report-type=…` → its type in lower case and a parameter by name. */
export function contentType({ headers }: Part): { type: string; parameter: (name: string) => string | undefined } {
  const value = headers.get('content-type') ?? 'text/plain'
  return {
    type: value.split(';')[0]?.trim().toLowerCase() ?? '',
    parameter: (name) => {
      const [, quoted, bare] = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value) ?? []
      return quoted ?? bare
    },
  }
}

/** The parts of a multipart body; none when there is no boundary. */
export function readParts(part: Part): Part[] {
  const boundary = contentType(part).parameter('boundary')
  if (!boundary) return []
  const pieces = `\n${part.body}`.split(`\n--${boundary}`)
  return pieces
    .slice(1)
    .filter((piece) => !piece.startsWith('--'))
    .map((piece) => readPart(piece.slice(piece.indexOf('\n') + 1)))
}

/** The body without its transfer encoding. */
export function decoded({ headers, body }: Part): string {
  switch (headers.get('content-transfer-encoding')?.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('utf8').replaceAll(/\r\n?/g, '\n')
    case 'quoted-printable':
      return Buffer.from(
        body
          .replaceAll(/=[ \t]*\n/g, '')
          .replaceAll(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
        'latin1',
      ).toString('utf8')
    default:
      return Buffer.from(body, 'latin1').toString('utf8')
  }
}
