export interface Step {
  title: string
  /** When it was, for programs and in words; a step to come says in words what it waits for. */
  at?: { iso: string; words: string } | undefined
  note?: string | undefined
}

export interface StepsProps {
  /** What is over, the oldest first; the last one is how it stands now. */
  past: readonly Step[]
  /** What may come. */
  ahead?: readonly Step[] | undefined
}

const When = ({ at, note }: Step) => (
  <>
    {at && <time datetime={at.iso}>{at.words}</time>}
    {note && <span class="lw-steps__when">{note}</span>}
  </>
)

/** The way something has gone, from top to bottom. */
export const Steps = ({ past, ahead = [] }: StepsProps) => (
  <ol class="lw-steps">
    {past.map((step, at) => (
      <li class={at === past.length - 1 ? 'lw-steps__now' : 'lw-steps__done'}>
        {at === past.length - 1 ? <strong>{step.title}</strong> : step.title}
        <When {...step} />
      </li>
    ))}
    {ahead.map((step) => (
      <li>
        {step.title}
        <When {...step} />
      </li>
    ))}
  </ol>
)
