import { defineConfig } from 'vite';

/** One classic script without imports, so that a page needs a single tag and a single request. */
export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  build: {
    outDir: '../../../artifacts/web/widget',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    lib: { entry: 'loader.ts', formats: ['iife'], name: 'CentralaChat', fileName: () => 'loader.js' },
  },
});
