import { createConfig } from '@redocly/openapi-core';
import openapiTS, { astToString } from 'openapi-typescript';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Writes the types of the API for the desk's client out of openapi.json.
 * `node scripts/web-client.js [--check]`: with --check it writes nothing and ends with an error when they differ.
 */
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const TARGET = at('web/src/api/schema.d.ts');

const description = JSON.parse(readFileSync(at('openapi.json'), 'utf8'));
// The description is linted elsewhere, by its own rules.
const redoc = await createConfig({}, { extends: ['minimal'] });
const types = await openapiTS(description, { redoc, silent: true, exportType: true });
// The sentences stand in openapi.json; here they would be most of the file.
const bare = astToString(types).replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, '');
const text = `// Written by scripts/web-client.js out of openapi.json; do not edit.\n${bare}`;

if (!process.argv.includes('--check')) {
  writeFileSync(TARGET, text);
} else if (readFileSync(TARGET, 'utf8') !== text) {
  console.error('web/src/api/schema.d.ts is not what openapi.json says. Run npm run openapi:write.');
  process.exit(1);
}
