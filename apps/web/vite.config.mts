import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const lib = (name: string) => new URL(`../../libs/${name}/src/index.ts`, import.meta.url).pathname;

export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  plugins: [react()],
  resolve: {
    alias: Object.fromEntries(
      ['domain', 'scoring', 'portfolio', 'wording', 'charts'].map((name) => [`@fordela/${name}`, lib(name)]),
    ),
  },
  build: { outDir: '../../dist/apps/web', emptyOutDir: true, assetsDir: 'assets', sourcemap: false },
  server: { proxy: { '/graphql': 'http://127.0.0.1:3000' } },
});
