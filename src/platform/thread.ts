import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Runs a worker thread that answers with one message. Undefined after the time limit; rejects when the thread fails. A thread
 * inside compiled code ends only when that returns, but nobody waits for it.
 */
export function askThread<Reply>(
  entry: URL,
  { timeoutMs, ...options }: WorkerOptions & { timeoutMs: number },
): Promise<Reply | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, options)
    const end = (settle: () => void): void => {
      clearTimeout(timer)
      settle()
      void worker.terminate()
    }
    const timer = setTimeout(() => end(() => resolve(undefined)), timeoutMs)
    worker.once('message', (reply: Reply) => end(() => resolve(reply)))
    worker.once('error', (error) => end(() => reject(error)))
    worker.once('exit', (code) => end(() => reject(new Error(`the thread of ${entry.pathname} ended with ${code}`))))
  })
}
