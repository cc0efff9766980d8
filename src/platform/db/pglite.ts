// PGlite behind a stream, so that `pg` talks to it as to any server: one code path for both databases.
import { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'
import type { FromWorker, ToWorker } from './pglite-worker.ts'

const script = import.meta.url.endsWith('.ts') ? './pglite-worker.ts' : './pglite-worker.js'

export class EmbeddedPostgres {
  readonly #worker: Worker
  #stream: WireStream | undefined
  #gone: Error | undefined

  private constructor(folder: string) {
    this.#worker = new Worker(new URL(script, import.meta.url), { workerData: { folder } })
    this.#worker.on('message', (message: FromWorker) => {
      if (message instanceof Uint8Array)
        this.#stream?.push(Buffer.from(message.buffer, message.byteOffset, message.byteLength))
    })
    this.#worker.once('error', (error) => this.#end(error instanceof Error ? error : new Error(String(error))))
    this.#worker.once('exit', (code) => this.#end(new Error(`the database thread ended (${code})`)))
  }

  /** Opens the folder, or makes the database in it when it is empty (2 to 10 s). */
  static async open(folder: string): Promise<EmbeddedPostgres> {
    const server = new EmbeddedPostgres(folder)
    await server.#told('ready')
    return server
  }

  /** For `new pg.Pool({ stream })`: the new client gets the one session, cleaned. */
  readonly connect = (): WireStream => {
    if (this.#gone) throw this.#gone
    this.#stream = new WireStream((message) => this.#worker.postMessage(message), this.#worker)
    return this.#stream
  }

  /** From here on the session is this role, as if it had signed in so. */
  async become(role: 'lotsenwerk' | 'lotsenwerk_owner' | 'postgres'): Promise<void> {
    this.#worker.postMessage({ kind: 'become', role } satisfies ToWorker)
    await this.#told('became')
  }

  async close(): Promise<void> {
    if (this.#gone) return
    const closed = new Promise((resolve) => this.#worker.once('exit', resolve))
    this.#worker.postMessage({ kind: 'close' } satisfies ToWorker)
    await closed
  }

  #told(word: FromWorker): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (act: () => void): void => {
        this.#worker.off('message', listen).off('error', fail).off('exit', ended)
        act()
      }
      const listen = (message: FromWorker): void => {
        if (message === word) done(resolve)
      }
      const fail = (error: unknown): void =>
        done(() => reject(error instanceof Error ? error : new Error(String(error))))
      const ended = (): void => done(() => reject(this.#gone ?? new Error('the database thread ended')))
      this.#worker.on('message', listen).once('error', fail).once('exit', ended)
    })
  }

  #end(error: Error): void {
    this.#gone ??= error
    this.#stream?.destroy(error)
  }
}

class WireStream extends Duplex {
  readonly #post: (message: ToWorker) => void
  readonly #worker: Worker

  constructor(post: (message: ToWorker) => void, worker: Worker) {
    super()
    this.#post = post
    this.#worker = worker
  }

  connect(): this {
    this.#post({ kind: 'reset' })
    process.nextTick(() => this.emit('connect'))
    return this
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  ref(): this {
    this.#worker.ref()
    return this
  }

  unref(): this {
    this.#worker.unref()
    return this
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#send(chunk)
    done()
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#send(Buffer.concat(chunks.map(({ chunk }) => chunk)))
    done()
  }

  #send(bytes: Buffer): void {
    const terminate = bytes.length === 5 && bytes[0] === 0x58
    if (terminate) this.push(null) // must not reach the only backend
    else this.#post(Uint8Array.prototype.slice.call(bytes))
  }
}
