/** A feed as it was written last. */
export interface KeptFeed {
  /** Of which state it is. */
  mark: string
  etag: string
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * The feeds that were read last, in the memory of this process: programs come every few minutes, and mostly nothing has changed. Whether one is
 * still right is asked of the database each time, under the rights of its owner. What was not read for longest makes room.
 */
export class KeptFeeds {
  readonly #most: number
  readonly #feeds = new Map<string, KeptFeed>()
  #bytes = 0

  constructor(most: number) {
    this.#most = most
  }

  find(key: string, mark: string | undefined): KeptFeed | undefined {
    const feed = this.#feeds.get(key)
    if (!feed || feed.mark !== mark) return undefined
    this.#feeds.delete(key)
    this.#feeds.set(key, feed)
    return feed
  }

  keep(key: string, feed: KeptFeed): void {
    this.#forget(key)
    if (feed.bytes.length > this.#most) return
    this.#feeds.set(key, feed)
    this.#bytes += feed.bytes.length
    for (const oldest of this.#feeds.keys()) {
      if (this.#bytes <= this.#most) break
      this.#forget(oldest)
    }
  }

  #forget(key: string): void {
    this.#bytes -= this.#feeds.get(key)?.bytes.length ?? 0
    this.#feeds.delete(key)
  }
}
