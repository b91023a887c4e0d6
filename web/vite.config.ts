import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    assetsDir: 'files',
    // The policy of the page lets nothing be loaded that is no file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    sourcemap: false,
    reportCompressedSize: false,
    // Libraries mark what a server may not render; here is no such server.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  // While one works on the desk: `npm run dev:web` beside a server on port 3000.
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
