// A clamd for tests, on loopback: speaks INSTREAM and finds the EICAR test string.
import { createServer, type Server, type Socket } from 'node:net'
import type { ScannerAddress } from '#platform/storage/malware-scanner.ts'

/** In two pieces, so that no scanner on this machine takes this file for one. */
export const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR${['-STANDARD', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('-')}`

export type Mood = 'works' | 'hangs' | 'drops' | 'tooSmall' | 'babbles'

export interface FakeClamd {
  address: ScannerAddress
  mood: Mood
  scanned: number
  stop(): Promise<void>
}

export async function startClamd(path?: string): Promise<FakeClamd> {
  const fake = { mood: 'works' as Mood, scanned: 0 }
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    if (fake.mood === 'drops') return void socket.destroy()
    if (fake.mood === 'babbles') return void socket.end('HTTP/1.1 400 Bad Request\r\n\0')
    let received = Buffer.alloc(0)
    socket.on('data', (bytes) => {
      if (fake.mood === 'hangs') return
      received = Buffer.concat([received, bytes])
      if (fake.mood === 'tooSmall' && received.length > 1000)
        return void socket.end('INSTREAM size limit exceeded. ERROR\0')
      const content = streamed(received)
      if (content === undefined) return
      fake.scanned += 1
      socket.end(content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
    })
  })
  await new Promise<void>((resolve) => (path ? server.listen(path, resolve) : server.listen(0, '127.0.0.1', resolve)))
  const bound = server.address()
  const address = typeof bound === 'object' && bound ? { host: '127.0.0.1', port: bound.port } : { path: path ?? '' }
  return Object.assign(fake, {
    address,
    stop: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  })
}

/** What was sent, once the empty piece that ends it has come. */
function streamed(received: Buffer): string | undefined {
  const command = 'zINSTREAM\0'
  if (!received.toString('latin1').startsWith(command)) return undefined
  const pieces: string[] = []
  for (let at = command.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at)
    if (length === 0) return pieces.join('')
    pieces.push(received.toString('latin1', at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}
