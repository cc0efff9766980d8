import { expect, test } from 'vitest'
import { sectionsOf } from './chapter.ts'

const text = `# Organisationen pflegen

Wer **mitmacht**, steht [hier](/organisationen).

## Kontakte & Domänen

| Was | Wer |
| --- | --- |
| \`Name\` | Verbund |

## Kontakte & Domänen

Noch einmal.
`

test('a chapter is found by its beginning and by its sections, each with its own address', () => {
  expect(sectionsOf({ slug: 'organisationen', text })).toEqual([
    {
      id: 'organisationen',
      title: 'Organisationen pflegen',
      body: 'Wer mitmacht , steht hier.',
      url: '/hilfe/handbuch/organisationen',
      audience: 'signedIn',
    },
    {
      id: 'organisationen#kontakte-domaenen',
      title: 'Kontakte & Domänen',
      body: 'Organisationen pflegen: Was Wer Name Verbund',
      url: '/hilfe/handbuch/organisationen#kontakte-domaenen',
      audience: 'signedIn',
    },
    {
      id: 'organisationen#kontakte-domaenen-2',
      title: 'Kontakte & Domänen',
      body: 'Organisationen pflegen: Noch einmal.',
      url: '/hilfe/handbuch/organisationen#kontakte-domaenen-2',
      audience: 'signedIn',
    },
  ])
})
