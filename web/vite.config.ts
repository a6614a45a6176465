import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { parcels } from './chunks.ts'
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
    rolldownOptions: { output: { codeSplitting: { groups: parcels } } },
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
