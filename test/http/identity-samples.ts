// Sample calls of invitations and of the own access. What one call ends, another person's call still needs: so each has its own person.
import { writeSheet } from '#platform/spreadsheet/write-sheet.ts'
import { demoPassword, type TestHouse } from '../harness/house.ts'
import { secretTo } from '../harness/mails.ts'
import { codeFor, switchOn } from '../harness/second-factor.ts'
import { office } from '../people/cast.ts'
import { ownOrganization } from './checks.ts'
import type { Sample } from './sample-calls.ts'

const guide = 'lotse@verbund.example'
const editor = 'redaktion@verbund.example'
const board = 'vorstand@verbund.example'
const supervisor = 'aufsicht@verbund.example'
const observer = 'land@ministerium.example'
const colleague = 'programm2@verbund.example'
const contractorOffice = 'auftrag@pruefhaus.example'
const stranger = ''

const password = demoPassword
const newPassword = 'eine lange Kette von Wörtern'

export async function identitySamples(house: TestHouse): Promise<Record<string, Sample>> {
  return {
    ...(await invitationSamples(house)),
    ...(await accessSamples(house)),
    ...(await linkSamples(house)),
    ...(await secondFactorSamples(house)),
  }
}

async function invitationSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const sabine = await house.as(office)
  const organizationId = await ownOrganization(sabine)
  const invitation = (name: string) => ({
    email: `${name}@musterstadt.example`,
    name: 'Nora Probe',
    organizationId,
    roles: ['itStaff'],
  })
  const made = async (name: string): Promise<string> =>
    (await sabine.post<{ id: string }>('/invitations', invitation(name))).body.id
  const [again, back] = [await made('nochmal'), await made('zurueck')]
  await made('angenommen')
  const titles = ['Organisation', 'Name', 'E-Mail', 'Aufgaben'].map((header) => ({ header, width: 20 }))
  const list = new FormData()
  const row = ['Stadt Musterstadt', 'Nora Liste', 'liste@musterstadt.example', 'IT']
  list.set('file', new Blob([await writeSheet(titles, [row])]), 'liste.xlsx')
  return {
    listInvitations: { email: office },
    invitePerson: { email: office, body: invitation('neu') },
    importInvitations: { email: office, body: list },
    resendInvitation: { of: again, email: office },
    revokeInvitation: { of: back, email: office },
    acceptInvitation: {
      of: await secretTo(house, 'angenommen@musterstadt.example', 'identity.invitation'),
      email: stranger,
      body: { password: newPassword },
    },
  }
}

async function accessSamples(house: TestHouse): Promise<Record<string, Sample>> {
  await house.signedIn(board)
  const sessions = await (await house.as(board)).get<{ items: { id: string }[] }>('/me/sessions')
  const token = { name: 'Probe', scope: 'read', validDays: 30, password }
  const issued = await (await house.as(guide)).post<{ id: string }>('/me/tokens', token)
  return {
    listMySessions: {},
    endMyOtherSessions: { email: guide },
    endMySession: { of: sessions.body.items[0]?.id ?? '', email: board },
    listMyTokens: {},
    addMyToken: { email: guide, body: { ...token, name: 'Noch eine Probe' } },
    revokeMyToken: { of: issued.body.id, email: guide },
    changeMyPassword: { email: editor, body: { password, newPassword } },
    changeMyEmail: { email: guide, body: { password, email: 'lotse.neu@verbund.example' } },
  }
}

async function linkSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const address = 'aufsicht.neu@verbund.example'
  await (await house.as(supervisor)).put('/me/email', { password, email: address })
  await house.stranger.post('/password-resets', { email: observer })
  return {
    confirmEmail: { of: await secretTo(house, address, 'identity.emailChange'), email: stranger },
    askForPasswordReset: { email: stranger, body: { email: editor } },
    resetPassword: {
      of: await secretTo(house, observer, 'identity.passwordReset'),
      email: stranger,
      body: { password: newPassword },
    },
  }
}

async function secondFactorSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const begun = await (await house.as(colleague)).post('/me/second-factor', { password })
  const secret = String(begun.body['secret'])
  const [renewing, leaving] = [await switchOn(house, board), await switchOn(house, contractorOffice)]
  return {
    getMySecondFactor: {},
    beginMySecondFactor: { email: guide, body: { password } },
    confirmMySecondFactor: { email: colleague, body: () => ({ code: codeFor(secret, house) }) },
    renewMyRecoveryCodes: { email: board, body: () => ({ password, code: codeFor(renewing.secret, house) }) },
    removeMySecondFactor: {
      email: contractorOffice,
      body: () => ({ password, code: codeFor(leaving.secret, house) }),
    },
  }
}
