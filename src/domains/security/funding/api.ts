import { z } from 'zod'
import { isRefusal, refuse } from '#kernel/outcome.ts'
import { findEnrollment, findProgramme } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from './access.ts'
import type { Account } from './accounts/account.ts'
import { listAccounts } from './accounts/queries.ts'
import { bookByHand } from './entries/book-by-hand.ts'
import { findEntry, listEntries } from './entries/queries.ts'
import { accountExample, entryExample } from './examples.ts'
import { accountJson, entryJson } from './json.ts'
import {
  accountList,
  accountOut,
  accountQuery,
  accountsQuery,
  entryList,
  entryOut,
  entryQuery,
  newEntry,
} from './schemas.ts'
import { programmePdf, programmeSheet, statementPdf, statementSheet } from './web/statement-files.ts'

const tag = 'Budget'
const who = 'The municipality itself, its assessor while assigned, and who leads the programme'
const params = z.object({ organizationId: idSchema })
const none = 'Dieses Budgetkonto gibt es nicht, oder es gehört einer anderen Kommune.'

/** The account of a municipality; in which programme is said where it takes part in several. */
async function onAccount(
  ctx: Context,
  organizationId: string,
  programmeId: string | undefined,
  work: (account: Account) => Promise<Answer>,
): Promise<Answer> {
  const found = await listAccounts(ctx.db, { organizationId, programmeId, limit: 2 })
  if (isRefusal(found)) return unprocessable(found)
  const [account, another] = found.items
  if (!account) return notFound(none)
  if (another)
    return unprocessable(
      refuse('Diese Kommune hat Budgets in mehreren Programmen. Bitte sagen Sie, in welchem.', [
        { path: 'programmeId', message: 'Diese Angabe fehlt.' },
      ]),
    )
  return work(account)
}

/** Budgets and the entries on them. */
export const fundingOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/budget-accounts',
    id: 'listBudgetAccounts',
    title: 'Budgets auflisten',
    summary: 'The budget of each municipality in a programme, in German order of the names',
    who,
    tag,
    query: accountsQuery,
    reply: {
      status: 200,
      description: 'One page of accounts',
      schema: accountList,
      example: { items: [accountExample], next: null },
    },
    work: async (ctx, { query }) => {
      const { q: search, untouched, remainingAboveCents: remainingAbove, ...rest } = query
      const found = await listAccounts(ctx.db, { ...rest, search, isUntouched: untouched === '1', remainingAbove })
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(accountJson), next: found.next })
    },
  }),
  operation({
    method: 'get',
    path: '/budget-accounts/{organizationId}',
    id: 'getBudgetAccount',
    title: 'das Budget einer Kommune zeigen',
    summary: 'What is released for a municipality and where it stands',
    who,
    tag,
    params,
    query: accountQuery,
    reply: { status: 200, description: 'The account', schema: accountOut, example: accountExample },
    work: (ctx, input) =>
      onAccount(ctx, input.params.organizationId, input.query.programmeId, async (account) =>
        json(accountJson(account)),
      ),
  }),
  operation({
    method: 'get',
    path: '/budget-accounts/{organizationId}/entries',
    id: 'listBudgetAccountEntries',
    title: 'Buchungen eines Budgets auflisten',
    summary: 'Every transfer on the account, the first one first; never changed, corrected by further ones',
    who,
    tag,
    params,
    query: entryQuery,
    reply: {
      status: 200,
      description: 'One page of entries',
      schema: entryList,
      example: { items: [entryExample], next: null },
    },
    work: (ctx, { params: { organizationId }, query: { programmeId, limit, cursor } }) =>
      onAccount(ctx, organizationId, programmeId, async ({ enrollmentId }) => {
        const found = await listEntries(ctx.db, { enrollmentId, limit, cursor })
        return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(entryJson), next: found.next })
      }),
  }),
  operation({
    method: 'post',
    path: '/budget-accounts/{organizationId}/entries',
    id: 'addBudgetAccountEntry',
    title: 'auf ein Budget buchen',
    summary:
      'Move an amount between two states, by hand or as a correction. What deeds of the portal book (acceptance, invoice, settlement) they book themselves',
    who: 'Who leads the programme',
    tag,
    params,
    query: accountQuery,
    body: newEntry,
    bodyExample: {
      from: 'limit',
      to: 'planned',
      amountCents: 240_000,
      orderReference: 'B-2026-0042',
      reason: 'Workshop Notfallvorsorge',
    },
    problems: { 403: 'Only who leads the programme', 422: 'Over the limit, or not in order' },
    reply: { status: 201, description: 'The entry', schema: entryOut, example: entryExample },
    work: (ctx, input) =>
      onAccount(ctx, input.params.organizationId, input.query.programmeId, async (account) => {
        const road = await findEnrollment(ctx.db, account.enrollmentId)
        const allowed = road ? may.book(road) : undefined
        if (allowed === undefined) return notFound(none)
        if (isRefusal(allowed)) return forbidden(allowed)
        const booked = await bookByHand(ctx, account, input.body)
        if (isRefusal(booked)) return unprocessable(booked)
        const entry = await findEntry(ctx.db, booked)
        return entry ? json(entryJson(entry), 201) : notFound()
      }),
  }),
  ...(['pdf', 'xlsx'] as const).map((kind) =>
    operation({
      method: 'get',
      path: `/budget-accounts/{organizationId}/statement.${kind}`,
      id: kind === 'pdf' ? 'getBudgetStatementPdf' : 'getBudgetStatementXlsx',
      title: `den Kontoauszug einer Kommune als ${kind === 'pdf' ? 'PDF' : 'Tabelle'}`,
      summary: 'Opening, every entry with the balances after it, closing, and whether it adds up; read at one moment',
      who,
      tag,
      params,
      query: accountQuery,
      reply: { status: 200, description: 'The file', isFile: true },
      work: (ctx, input) =>
        onAccount(ctx, input.params.organizationId, input.query.programmeId, (account) =>
          kind === 'pdf' ? statementPdf(ctx, account) : statementSheet(ctx, account),
        ),
    }),
  ),
  ...(['pdf', 'xlsx'] as const).map((kind) =>
    operation({
      method: 'get',
      path: `/programmes/{id}/budget-statement.${kind}`,
      id: kind === 'pdf' ? 'getProgrammeBudgetStatementPdf' : 'getProgrammeBudgetStatementXlsx',
      title: `den Kontoauszug aller Kommunen als ${kind === 'pdf' ? 'PDF' : 'Tabelle'}`,
      summary: 'All accounts of a programme with their sums; the workbook with every entry too',
      who: 'Who leads the programme',
      tag,
      params: z.object({ id: idSchema }),
      problems: { 403: 'Only who leads the programme' },
      reply: { status: 200, description: 'The file', isFile: true },
      work: async (ctx, input) => {
        const programme = await findProgramme(ctx.db, input.params.id)
        if (!programme) return notFound('Dieses Programm gibt es nicht.')
        const allowed = may.seeAll(programme)
        if (isRefusal(allowed)) return forbidden(allowed)
        return kind === 'pdf' ? programmePdf(ctx, programme) : programmeSheet(ctx, programme)
      },
    }),
  ),
]
