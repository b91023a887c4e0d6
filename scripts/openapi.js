// Writes openapi.json, the description of the API, from the compiled code. No database is needed.
//   node scripts/openapi.js           writes the file
//   node scripts/openapi.js --check   fails when the file is not what the code says
import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from '../dist/src/app.module.js';
import { readSettings } from '../dist/src/base/config/settings.js';
import { describeApi } from '../dist/src/base/http/openapi.js';
import { placeApi } from '../dist/src/base/http/server.js';

const FILE = new URL('../openapi.json', import.meta.url);

async function describe() {
  // In preview mode Nest reads the modules and makes none of their providers, so nothing connects anywhere.
  const app = await NestFactory.create(AppModule.with(readSettings({})), new FastifyAdapter(), {
    preview: true,
    abortOnError: false,
    logger: false,
  });
  placeApi(app);
  // Two classes of one name would overwrite each other's schema; Nest only warns of that.
  Logger.overrideLogger({ log() {}, error: stop, warn: stop });
  return `${JSON.stringify(describeApi(app), null, 2)}\n`;
}

function stop(message) {
  throw new Error(message);
}

/** The first lines that differ, as a reader of a failed check wants to see them. */
function difference(was, is) {
  const [old, now] = [was.split('\n'), is.split('\n')];
  const at = now.findIndex((line, i) => line !== old[i]);
  const lines = (from) => from.slice(at, at + 3).map((line) => `    ${line.trim()}`);
  return [`  line ${at + 1} is`, ...lines(old), '  and should be', ...lines(now)].join('\n');
}

const described = await describe();
if (process.argv.includes('--check')) {
  const kept = await readFile(FILE, 'utf8').catch(() => '');
  if (kept !== described) {
    console.error('openapi.json is not what the code says. Run: npm run build && node scripts/openapi.js');
    console.error(difference(kept, described));
    process.exitCode = 1;
  }
} else {
  await writeFile(FILE, described);
}
