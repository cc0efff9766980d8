import { expect, test } from 'vitest'
import { faultsIn, fill } from './message.ts'

const values = {
  kommune: 'Stadt {frist}',
  schritt: 'Vor Ort',
  seit: '11.11.2026',
  fehlt: 'Termin',
  frist: '31.12.2026',
}

test('Values are put in once: what looks like a placeholder in a name stays as it is', () => {
  expect(fill('{kommune}: {fehlt} bis {frist}', values)).toBe('Stadt {frist}: Termin bis 31.12.2026')
})

test('A placeholder that nobody knows, and a bracket that does not close, are named', () => {
  expect(faultsIn('text', 'Liebe {stadt}')).toEqual([
    {
      path: 'text',
      message: '{stadt} gibt es hier nicht. Möglich sind: {kommune}, {schritt}, {seit}, {fehlt}, {frist}.',
    },
  ])
  expect(faultsIn('text', '{constructor}')).toHaveLength(1)
  expect(faultsIn('text', 'bis {frist').map(({ message }) => message)).toEqual([
    'Hier fehlt eine Klammer. Ein Platzhalter hat eine vorn und eine hinten, zum Beispiel {kommune}.',
  ])
  expect(faultsIn('text', '{kommune} bis {frist}')).toEqual([])
})
