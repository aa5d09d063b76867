import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { runnerImport, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const src = fileURLToPath(new URL('./src', import.meta.url));
const server = process.env['POSTRIDER_URL'] ?? 'http://127.0.0.1:8080';

/** Writes the theme's CSS variables into a static file, so that Mantine need not make a style element for them. */
function themeVariables(): Plugin {
  const id = 'virtual:theme-variables.css';
  return {
    name: 'theme-variables',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    async load(loaded) {
      if (loaded !== `\0${id}`) return undefined;
      const { module } = await runnerImport<{ themeVariables: () => string }>(`${src}/lib/theme/variables.ts`, {
        configFile: false,
        resolve: { alias: { '@': src } },
      });
      return module.themeVariables();
    },
  };
}

/** Which chunk a library belongs to. What only one screen needs stays out of the first page. */
function chunk(path: string): string | null {
  const words = /\/features\/(\w+)\/i18n\/(?:problems\.)?(en|ru)\.json/.exec(path);
  if (words) return `words-${words[1]}-${words[2]}`;
  const language = /\/i18n\/(?:\w+\.)?(en|ru)\.json/.exec(path);
  if (language) return `language-${language[1]}`;
  if (/node_modules\/(echarts|zrender)\//.test(path)) return 'charts';
  if (/node_modules\/@(codemirror|lezer)\//.test(path)) return 'editor';
  if (/node_modules\/(react|react-dom|scheduler)\//.test(path)) return 'react';
  return null;
}

export default defineConfig({
  plugins: [react(), themeVariables()],
  resolve: { alias: { '@': src } },
  build: {
    outDir: 'target/classes/web',
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: chunk, debugName: 'chunk' }] } } },
  },
  server: { port: 5173, proxy: { '/api': { target: server, headers: { origin: server }, changeOrigin: true } } },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test/setup.ts'],
    pool: 'threads',
    maxWorkers: 2,
  },
});
