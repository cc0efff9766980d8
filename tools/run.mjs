// The first file that runs, on whatever Node the machine has (20 suffices): installs what is missing, builds when a
// source is newer, hands over to the pinned Node. It stands in "start" itself, with `exec`: a "prestart" is skipped under
// ignore-scripts, `node a && node b` would run b on the old Node, and without `exec` SIGTERM never reaches the server.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const at = (...parts) => join(root, ...parts)
const say = (text) => process.stderr.write(`${text}\n`)
const stop = (text) => {
  say(text)
  process.exit(1)
}

install()
const node = pinnedNode()
const [task = 'serve', ...rest] = process.argv.slice(2)
if (task !== 'test' && task !== 'sbom') build()
handOver(command(task, rest))

function install() {
  const stamp = at('node_modules', '.lotsenwerk-lock')
  const lock = createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  say('Lotsenwerk: Abhängigkeiten werden eingerichtet (einmalig, etwa eine halbe Minute) …')
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const options = { cwd: root, stdio: ['ignore', 2, 2] }
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  if (status !== 0) stop('Die Einrichtung ist nicht gelungen. Besteht eine Verbindung zur npm-Paketquelle?')
  linkOurCommand()
  writeFileSync(stamp, lock)
}

/** `npx lotsenwerk` looks into node_modules/.bin first; without the link it would install this folder as a package. */
function linkOurCommand() {
  const link = at('node_modules', '.bin', 'lotsenwerk')
  rmSync(link, { force: true })
  if (process.platform !== 'win32') symlinkSync('../../bin/lotsenwerk.mjs', link)
}

function pinnedNode() {
  const pinned = at('node_modules', '.bin', 'node')
  const found = process.platform === 'linux' && existsSync(pinned) ? pinned : process.execPath
  const version = spawnSync(found, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout?.trim() ?? ''
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < 22 || (major === 22 && minor < 18))
    stop(`Node 22.18 oder neuer wird gebraucht, gefunden: ${version || 'keines'}.`)
  return found
}

function build() {
  if (upToDate()) return
  const lock = at('node_modules', '.lotsenwerk-build')
  for (let waited = 0; !claim(lock); waited += 200) {
    if (waited > 60_000) rmSync(lock, { recursive: true, force: true }) // its owner is gone
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    if (upToDate()) return
  }
  try {
    const { status } = spawnSync(node, [at('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    })
    if (status !== 0) stop('Das Bauen ist nicht gelungen; die Meldung steht darüber.')
    writeFileSync(at('dist', 'built'), '')
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function claim(lock) {
  try {
    mkdirSync(lock)
    return true
  } catch {
    return false
  }
}

function upToDate() {
  const stamp = at('dist', 'built')
  if (!existsSync(stamp)) return false
  const built = statSync(stamp).mtimeMs
  return [newest(at('src')), statSync(at('vite.config.ts')).mtimeMs, statSync(at('package-lock.json')).mtimeMs].every(
    (t) => t <= built,
  )
}

function newest(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Math.max(0, ...files.map((entry) => statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs))
}

function command(name, args) {
  const cli = ['--enable-source-maps', '--max-semi-space-size=8', at('dist', 'server', 'cli.js')]
  switch (name) {
    case 'build':
      return null
    case 'test':
    case 'bench':
    case 'torture':
    case 'sbom':
      return ['--disable-warning=ExperimentalWarning', at('tools', `${name}.ts`), ...args]
    default:
      return [...cli, name, ...args]
  }
}

function handOver(args) {
  if (!args) return
  const child = spawn(node, args, { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
