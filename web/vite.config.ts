import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { mockBackend } from './dev/mockBackend.ts'
import { mockStudio } from './dev/mockStudio.ts'

const backend = process.env['TOUCHSTONE_URL'] ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [react(), ...(process.env['TOUCHSTONE_MOCK'] ? [process.env['TOUCHSTONE_MOCK'] === 'studio' ? mockStudio() : mockBackend()] : [])],
  resolve: { alias: { '~': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    proxy: process.env['TOUCHSTONE_MOCK'] ? {} : { '/api': backend, '/problems': backend, '/openapi.yaml': backend },
  },
  build: {
    outDir: '../platform/target/classes/static',
    emptyOutDir: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What many pages share comes in a few pieces instead of one request a component; what few texts need stays by itself.
          groups: [
            { name: 'ground', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|use-sync-external-store)[\\/]/, priority: 3 },
            { name: 'parts', test: /node_modules[\\/](@mantine|@floating-ui|@tabler|clsx|react-remove-scroll|react-textarea-autosize|react-number-format)[\\/]/, minShareCount: 4, priority: 2 },
            { name: 'common', test: /[\\/]src[\\/](api|lib|ui|messages[\\/]en)(?![\\/](markdown|item|criteria|judged))/, minShareCount: 4, priority: 1 },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: './src/test/setup.ts',
    css: false,
    restoreMocks: true,
    testTimeout: 60_000,
    maxWorkers: 2,
  },
})
