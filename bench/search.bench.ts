// The search in 100,000 documents on PostgreSQL, held against an empty signed-in page of the same server (at most 4 times), and how
// PostgreSQL finds them under the policies.
import pg from 'pg'
import { findPostgres, startPostgres } from '../test/harness/postgres.ts'
import { type Figure, figure, quantile } from './figure.ts'
import { type Product, startProduct } from './product.ts'

const documents = 100_000

/** From the rarest to what stands in every second text. */
const searches: Record<string, string> = {
  key: 'bench-77777',
  'name with a typing error': 'Gemeinde Eichhagwieen',
  'two words': 'Datensicherung Notfall',
  'beginning of a word': 'verschlüss',
  'part of a word': 'platzrechner',
  'common word': 'Sicherheit',
}

export async function measure(): Promise<Figure[]> {
  const bin = findPostgres()
  if (!bin) throw new Error('this bench needs PostgreSQL on the machine')
  const server = await startPostgres(bin)
  const product = await startProduct({ DATABASE_URL: server.url })
  try {
    await fill(server.url)
    const cookie = await product.session('programm@verbund.example')
    const pages = Object.entries(searches).map(([name, q]) => ({ name, path: `/suche?q=${encodeURIComponent(q)}` }))
    for (const { path } of pages) await expectHits(product, path, cookie)
    const figures: Figure[] = []
    for (const { name, path } of pages) {
      const [found, nothing] = await costs(product, [path, '/pruefungen'], cookie)
      figures.push(
        figure('search', `ms per page: ${name} in ${documents} documents / empty page (goal 4)`, found, 'ms', nothing),
      )
    }
    return figures
  } finally {
    await product.stop()
    await server.stop()
  }
}

/** Medians of two pages, asked for in turns: whatever else the machine does slows both. */
async function costs({ base }: Product, paths: [string, string], cookie: string): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let n = 0; n < 60; n++)
    for (const which of [0, 1] as const) {
      const start = performance.now()
      const reply = await fetch(base + paths[which], { headers: { cookie } })
      await reply.text()
      if (reply.status !== 200) throw new Error(`${paths[which]} answered ${reply.status}`)
      if (n >= 10) times[which].push(performance.now() - start)
    }
  return [quantile(times[0], 0.5), quantile(times[1], 0.5)]
}

async function expectHits({ base }: Product, path: string, cookie: string): Promise<void> {
  const html = await (await fetch(base + path, { headers: { cookie } })).text()
  if (!html.includes('lw-hits__item')) throw new Error(`${path} finds nothing`)
}

/** Invented organizations, people and requirements: names that differ, texts of words that are rare and common. */
async function fill(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`
      with given as (
        select n, case when n % 10 < 1 then 'organization' when n % 10 < 3 then 'person' else 'control' end as type,
               array['Datensicherung','Passwort','Arbeitsplatzrechner','Notfall','Verschlüsselung','Zutritt','Protokoll','Firewall','Virenschutz','Schulung'] as words
          from generate_series(1, ${documents}) n),
      parts as (
        select array['Mus','Ober','Unter','Wil','Bren','Kal','Lin','Schwar','Roth','Grün','Eich','Buch','Birk','Tann','Stein','Sand','Moor','Wald','Berg','Fel'] as heads,
               array['ter','els','ing','ers','old','ann','ent','ach','enz','itz','au','hag','ow','rath','lar','mar','feld','brück','furt','see'] as middles,
               array['hausen','dorf','leben','stedt','rode','heim','burg','weiler','bach','tal','kirchen','born','wiesen','hofen','ingen','stadt','berg','brunn','moos','horst','kamp','werder','aue','grund','rieth'] as tails,
               array['Anna','Bernd','Carla','Dirk','Elke','Frank','Gerda','Hans','Ines','Jörg','Karin','Lars','Maren','Nils','Olga','Peter','Rosa','Sven','Tina','Uwe'] as firsts,
               array['mann','er','ke','sen','ler','ner','ing','old','hart','wig','bert','lein','chen','stein','bach','feld','meier','schmidt','huber','vogt'] as ends),
      texts as (
        select n, type,
               case type when 'organization' then 'Gemeinde ' || heads[1 + n % 20] || middles[1 + (n / 20) % 20] || tails[1 + (n / 400) % 25]
                 when 'person' then firsts[1 + n % 20] || ' ' || heads[1 + (n / 7) % 20] || ends[1 + (n / 140) % 20]
                 else 'Ist ' || words[1 + n % 10] || ' und ' || words[1 + (n / 7) % 10] || ' an Stelle ' || n || ' geregelt?' end as title,
               'bench-' || n || ' · ' || case when n % 2 = 0 then 'Informationssicherheit und Sicherheit im Betrieb. ' else 'Betrieb der Geräte. ' end
                 || words[1 + (n / 3) % 10] || ' wird von ' || words[1 + (n / 11) % 10] || ' begleitet, Wort' || n || ' steht nur hier, Wort' || (n % 5000) || ' öfter.' as body
          from given, parts)
      insert into search.document (build, type, id, subject, audience, row_id, title, title_key, keys, body, url, is_name, title_words, words)
      select s.build, t.type, 'bench-' || n, 'bench-' || n, case t.type when 'person' then 'person' else 'signedIn' end,
             case t.type when 'person' then gen_random_uuid() end, t.title, k.title, array['bench ' || n], t.body, '/kataloge', t.type <> 'control',
             search.of_type(t.type, w.title), search.of_type(t.type, setweight(w.title, 'A') || setweight(w.body, 'D'))
        from texts t cross join search.state s
       cross join lateral (select translate(lower(regexp_replace(t.title, '[^[:alnum:]äöüß]+', ' ', 'g')), 'äöü', 'aou') as title,
                                  translate(lower(regexp_replace(t.body, '[^[:alnum:]äöüß]+', ' ', 'g')), 'äöü', 'aou') as body) k
       cross join lateral (select to_tsvector('german', k.title) || to_tsvector('simple', k.title) as title,
                                  to_tsvector('german', k.body) || to_tsvector('simple', k.body) as body) w`)
    await client.query('vacuum analyze search.document')
  } finally {
    await client.end()
  }
}
