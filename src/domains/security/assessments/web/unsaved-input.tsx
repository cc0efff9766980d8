import { isAnswerValue } from '#kernel/scale.ts'
import { Note } from '#ui/note/note.tsx'
import { answerNames } from '../assessment.ts'

/** What somebody typed when the check was signed: not saved and no form any more, but still there to be copied. */
export function UnsavedInput({ answer, note = '' }: { answer?: string | undefined; note?: string | undefined }) {
  const words = isAnswerValue(answer) ? `Ihre Antwort: ${answerNames[answer]}.` : ''
  const text = [words, note].filter(Boolean).join('\n')
  return text === '' ? null : (
    <div class="lw-stack lw-stack--xs">
      <p class="lw-small lw-strong">Ihre Eingabe, nicht gespeichert</p>
      <Note text={text} />
    </div>
  )
}
