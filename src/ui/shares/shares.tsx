export interface Share {
  label: string
  /** Of 100; null where it is not told. */
  percent: number | null
  /** The figure as it is read: "60 %", "≤ 5 %", "nicht ausgewiesen". */
  words: string
}

export interface SharesProps {
  /** What is shared: "Anteil Ja nach Checkliste". */
  label: string
  items: readonly Share[]
}

/** Shares of 100 below each other, each with its words; what is not told is hatched. On phones a bar stands below its label. */
export const Shares = ({ label, items }: SharesProps) => (
  <ol class="lw-shares" aria-label={label}>
    {items.map((item) => (
      <li>
        <span>{item.label}</span>
        <svg class="lw-meter" aria-hidden="true" focusable="false">
          <rect width="100%" height="100%" {...(item.percent === null ? withheld : rest)} />
          {item.percent !== null && <rect width={`${item.percent}%`} height="100%" class="lw-f-done-2" />}
        </svg>
        <b class={item.percent === null ? 'lw-shares__none' : undefined}>{item.words}</b>
      </li>
    ))}
  </ol>
)

const withheld = { fill: 'url(#schraffur-leise)' }
const rest = { class: 'lw-f-rest' }
