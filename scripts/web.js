import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';

/** Builds the desk into dist/web, each text of it packed beside it, so that no server packs the same bytes again and again. */
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

await build({ configFile: at('web/vite.config.ts'), root: at('web'), logLevel: 'warn' });

for (const name of readdirSync(at('dist/web/files'))) {
  if (!/\.(js|css|svg|json)$/.test(name)) continue;
  const content = readFileSync(at(`dist/web/files/${name}`));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  writeFileSync(at(`dist/web/files/${name}.br`), brotliCompressSync(content, quality));
  writeFileSync(at(`dist/web/files/${name}.gz`), gzipSync(content, { level: 9 }));
}
