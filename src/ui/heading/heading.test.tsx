import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Heading } from '#ui/heading/heading.tsx'

test('The element of a heading follows the outline and its look the place', () => {
  const html = render(
    <Heading level={3} size="small" id="stand">
      So steht es
    </Heading>,
  )
  expect(html).toBe('<h3 class="kern-heading-small" id="stand">So steht es</h3>')
})
