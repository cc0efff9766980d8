import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Badge } from '#ui/badge/badge.tsx'

test('A badge has the sign of its kind unless another fits better', () => {
  expect(render(<Badge kind="warning">Entwurf</Badge>)).toContain('kern-icon--warning')
  const quick = render(
    <Badge kind="success" icon="check">
      Schnell
    </Badge>,
  )
  expect(quick).toContain('kern-icon--check')
  expect(quick).toContain('kern-badge--success')
})
