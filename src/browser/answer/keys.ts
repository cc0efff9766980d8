/** One key answers the question that has the focus; with the figures also where letters lie elsewhere. */
const answers: Readonly<Record<string, string>> = {
  j: 'yes',
  n: 'no',
  r: 'notApplicable',
  '1': 'yes',
  '2': 'no',
  '3': 'notApplicable',
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat'>

/** The answer a key stands for; nothing for all others, with a modifier (the browser's own), and for a key held down. */
export const answerOfKey = ({ key, ctrlKey, altKey, metaKey, repeat }: Press): string | undefined =>
  !(ctrlKey || altKey || metaKey || repeat) && Object.hasOwn(answers, key.toLowerCase())
    ? answers[key.toLowerCase()]
    : undefined
