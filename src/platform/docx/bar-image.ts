import { crc32, deflateSync } from 'node:zlib'

const [width, height] = [240, 24]
const [filled, rest] = [
  [0x00, 0x69, 0x8a],
  [0xdf, 0xe2, 0xeb],
]

/** A horizontal bar as PNG: so many of 100 filled. */
export function barImage(percent: number): Buffer {
  const edge = Math.round((Math.min(Math.max(percent, 0), 100) / 100) * width)
  const row = Buffer.alloc(1 + width)
  row.fill(1, 1 + edge)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits for each point, which name a colour of the palette.
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from([...filled, ...rest])),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
