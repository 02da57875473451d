// Three programs from one source: the desktop shell, the web door and the command line; the window they all serve; the preload.

import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => resolve(import.meta.dirname, path)

/** Where `npm run dev` serves the page from; the desktop app hands it on under its own scheme. */
const development = { host: 'localhost', port: 5175 }

export default defineConfig(({ command }) => ({
  main: {
    build: {
      target: 'node24',
      // Packages are read as hundreds of files otherwise, at every start. What is not JavaScript stays where it is.
      externalizeDeps: false,
      rollupOptions: {
        external: ['@napi-rs/keyring', 'open'],
        input: {
          shell: at('electron/shell/main.ts'),
          web: at('electron/web/main.ts'),
          cli: at('electron/cli/main.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
          // Two files for what every start of the command line takes, and every delivery: many small ones take longer to
          // find than to read.
          codeSplitting: {
            groups: [
              {
                name: 'words',
                test: /shared.(explain.words|transcript.text|values.(mechanisms|wire-defaults))\.ts$/,
                priority: 2,
              },
              { name: 'engine', test: /electron.engine.(delivery|mail).index\.ts$/, priority: 1 },
            ],
          },
        },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: at('electron/shell/preload.ts'),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    // Nothing is inlined: the page's policy lets fonts come from its own origin alone.
    build: {
      target: 'chrome140',
      minify: true,
      assetsInlineLimit: 0,
      rollupOptions: { input: at('renderer/index.html') },
    },
    server: {
      ...development,
      strictPort: true,
      hmr: { protocol: 'ws', host: development.host, clientPort: development.port },
    },
    // The built page takes its word from the door that serves it.
    ...(command === 'serve' && { html: { cspNonce: 'development' } }),
  },
}))
