// Signs in over HTTP as a browser does; enough of one to know whether a password or a session is good.
const cookiesOf = (response: Response): string[] =>
  response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')

/** The cookies of a signed-in browser; undefined when the two were refused. */
export async function signIn(address: string, email: string, password: string): Promise<string | undefined> {
  const page = await fetch(`${address}/anmeldung`)
  const csrf = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  const response = await fetch(`${address}/anmeldung`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(page).join('; ') },
    body: new URLSearchParams({ _csrf: csrf, email, password, weiter: '/' }),
  })
  return response.status === 303 ? [...cookiesOf(page), ...cookiesOf(response)].join('; ') : undefined
}

/** Who the server takes these cookies for; undefined when nobody. */
export async function whoIs(address: string, cookie: string): Promise<string | undefined> {
  const response = await fetch(`${address}/api/v1/me`, { headers: { cookie } })
  if (response.status !== 200) return undefined
  return ((await response.json()) as { person: { email: string } }).person.email
}

export async function signOut(address: string, cookie: string): Promise<void> {
  const page = await fetch(`${address}/`, { headers: { cookie } })
  const csrf = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  await fetch(`${address}/abmeldung`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie },
    body: new URLSearchParams({ _csrf: csrf }),
  })
}
