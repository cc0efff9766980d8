import { Description } from '#ui/description/description.tsx'

/** How a hundred questions are answered without a mouse. Single keys need the script, which shows this. */
export const KeyboardHelp = () => (
  <details class="lw-why" data-needs-script hidden>
    <summary>Tastatur: viele Fragen nacheinander beantworten</summary>
    <Description
      items={[
        { term: 'J oder 1', details: 'Ja, und weiter zur nächsten offenen Frage' },
        { term: 'N oder 2', details: 'Nein, und weiter' },
        { term: 'R oder 3', details: 'Nicht relevant, und weiter' },
        { term: 'Pfeiltasten', details: 'in der Antwort wählen, ohne weiterzugehen' },
        { term: 'Tab', details: 'zur Notiz, zur Hilfe, zur nächsten Frage; mit Umschalt zurück' },
      ]}
    />
    <p class="lw-small lw-muted">
      Die Buchstaben und Ziffern gelten nur, solange eine Antwort den Fokus hat. In der Notiz schreiben Sie wie immer.
      Nach der letzten Frage steht der Fokus auf „Nächste offene Frage“.
    </p>
  </details>
)
