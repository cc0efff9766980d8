import { Heading, type HeadingLevel } from '#ui/heading/heading.tsx'

export interface SignedTextProps {
  sections: readonly { title: string; lines: readonly string[] }[]
  /** Hash of the text, shown below it. */
  sha256: string
  level?: HeadingLevel | undefined
}

/** A text that is signed, line by line as it stands in its bytes, with its hash below. */
export const SignedText = ({ sections, sha256, level = 3 }: SignedTextProps) => (
  <div class="lw-signed-text">
    {sections.map(({ title, lines }) => (
      <section>
        <Heading level={level} size="small">
          {title}
        </Heading>
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </section>
    ))}
    <p class="lw-small lw-muted">SHA-256 dieses Textes: {sha256}</p>
  </div>
)
