export interface LetterProps {
  subject: string
  /** Plain text; its lines stay as they are, addresses become links. */
  text: string
}

const address = /(https?:\/\/[^\s<>"‹›]+[^\s<>"‹›.,;:!?)])/

/** A mail as its reader sees it. */
export const Letter = ({ subject, text }: LetterProps) => (
  <div class="lw-letter">
    <p class="lw-strong">{subject}</p>
    <p class="lw-letter__text">
      {text.split(address).map((part, at) =>
        at % 2 === 0 ? (
          part
        ) : (
          <a class="lw-link" href={part} rel="noopener">
            {part}
          </a>
        ),
      )}
    </p>
  </div>
)
