import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { manualPages } from './manual/manualPages.ts';

const here = dirname(fileURLToPath(import.meta.url));
const server = process.env.CENTRALA_SERVER ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: here,
  plugins: [react(), manualPages()],
  // The server replaces the placeholder with a fresh nonce in each answer: the content security policy demands it.
  html: { cspNonce: '{{nonce}}' },
  build: {
    outDir: resolve(here, '../../../artifacts/web/workspace'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // An inlined asset would be a data: address, which the policy refuses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // A language is many small files, and one request.
          groups: [{ test: /locales/, name: id => `texts-${/locales\/([^/]+)/.exec(id)?.[1]}` }],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/widget': { target: server, ws: true },
      '/live': { target: server, ws: true },
    },
  },
});
