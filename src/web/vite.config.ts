import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the pages to dist/web; in development the API is asked of a server on its usual port. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8420' } },
});
