// One page that the accessibility test looks at, and how a person gets there.
import type { Page } from 'playwright-core'
import type { MailPost } from '../harness/mail-server.ts'

export interface Helpers {
  base: string
  post: MailPost
  /** The address that the newest mail to somebody names. */
  linkTo(email: string): Promise<string>
  operator(...args: string[]): Promise<void>
}

export interface Visit {
  name: string
  /** Undefined: a stranger. */
  email?: string
  path: string
  after?: (page: Page, helpers: Helpers) => Promise<void>
  /** Proves that it is the page that was meant. */
  heading?: RegExp
}

export const press =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).first().click()])
  }

export const follow =
  (...names: (string | RegExp)[]) =>
  async (page: Page): Promise<void> => {
    for (const name of names)
      await Promise.all([page.waitForEvent('load'), page.getByRole('main').getByRole('link', { name }).first().click()])
  }

/** A form sent as it stands, without the browser's own check of what is required. */
export const send =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await page.evaluate('document.querySelectorAll("form").forEach((form) => (form.noValidate = true))')
    await press(name)(page)
  }

export const inTurn =
  (...steps: ((page: Page, helpers: Helpers) => Promise<void>)[]) =>
  async (page: Page, helpers: Helpers): Promise<void> => {
    for (const step of steps) await step(page, helpers)
  }
