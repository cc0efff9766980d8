import { expect, test } from 'vitest'

import { classNames } from '#ui/class-names.ts'

test('Class names that do not apply are left out', () => {
  expect(classNames('lw-box', undefined, false, 'lw-box--tint')).toBe('lw-box lw-box--tint')
})
