/** So many documents at a time, so that the server keeps a processor; the others wait. */
const atOnce = 1
const mostWaiting = 20

let running = 0
const waiting: (() => void)[] = []

/** Resolves when it is one's turn, with what ends it; undefined when too many wait already. */
export async function takeTurn(): Promise<(() => void) | undefined> {
  if (waiting.length >= mostWaiting) return undefined
  // Whoever ends a turn hands it on, so that nobody who comes in between overtakes.
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  return () => {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
