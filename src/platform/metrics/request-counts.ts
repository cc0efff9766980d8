import type { Metric, Sample } from './exposition.ts'

/** Upper ends in seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

interface Durations {
  counts: number[]
  sum: number
  count: number
}

/** Requests of this process since its start, by route and status: never by address, person or organization. */
export class RequestCounts {
  readonly #statuses = new Map<string, { labels: Record<string, string>; value: number }>()
  readonly #durations = new Map<string, Durations>()

  note(request: { route: string; method: string; status: number; seconds: number }): void {
    const { route, method, status, seconds } = request
    const labels = { route, method, status: String(status) }
    const key = Object.values(labels).join(' ')
    const counted = this.#statuses.get(key) ?? { labels, value: 0 }
    counted.value += 1
    this.#statuses.set(key, counted)
    const durations = this.#durations.get(route) ?? { counts: buckets.map(() => 0), sum: 0, count: 0 }
    for (const [at, end] of buckets.entries())
      if (seconds <= end) durations.counts[at] = (durations.counts[at] ?? 0) + 1
    durations.sum += seconds
    durations.count += 1
    this.#durations.set(route, durations)
  }

  metrics(): Metric[] {
    return [
      {
        name: 'lotsenwerk_http_requests_total',
        help: 'Requests by route template, method and status.',
        type: 'counter',
        samples: [...this.#statuses.values()],
      },
      {
        name: 'lotsenwerk_http_request_duration_seconds',
        help: 'Time from the first byte read to the answer, by route template.',
        type: 'histogram',
        samples: [...this.#durations].flatMap(([route, durations]) => histogram(route, durations)),
      },
    ]
  }
}

function histogram(route: string, { counts, sum, count }: Durations): Sample[] {
  return [
    ...buckets.map((end, at) => ({ suffix: '_bucket', labels: { route, le: String(end) }, value: counts[at] ?? 0 })),
    { suffix: '_bucket', labels: { route, le: '+Inf' }, value: count },
    { suffix: '_sum', labels: { route }, value: sum },
    { suffix: '_count', labels: { route }, value: count },
  ]
}
