import { readdirSync } from 'node:fs'
import { defineConfig } from 'vite'

/** Each island is one folder with an index.ts; the style sheet is the one entry beside them. */
const islands = readdirSync('src/browser', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => `src/browser/${entry.name}/index.ts`)

export default defineConfig({
  appType: 'custom',
  publicDir: false,
  builder: {},
  environments: {
    client: {
      build: {
        outDir: 'dist/browser',
        manifest: true,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: ['src/browser/style.css', ...islands] },
      },
    },
    ssr: {
      resolve: { external: true, noExternal: [/^#/] },
      build: {
        outDir: 'dist/server',
        ssr: true,
        target: 'node24',
        sourcemap: true,
        minify: false,
        rolldownOptions: {
          input: {
            cli: 'src/app/cli.ts',
            'pglite-worker': 'src/platform/db/pglite-worker.ts',
            'read-catalog-worker': 'src/foundation/catalogs/oscal/read-catalog-worker.ts',
            'pdf-worker': 'src/platform/pdf/pdf-worker.ts',
            'docx-worker': 'src/platform/docx/docx-worker.ts',
            'read-sheet-worker': 'src/platform/spreadsheet/read-sheet-worker.ts',
            'read-invoice-worker': 'src/domains/security/invoices/reading/read-invoice-worker.ts',
          },
          // Workers are found beside the file that starts them, so everything stays in one folder.
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
  },
})
