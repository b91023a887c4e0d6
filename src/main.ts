#!/usr/bin/env node
import 'reflect-metadata';
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import type { Logger } from 'pino';
import { readSettings, type Settings, SettingsRefused } from './base/config/settings.js';
import { createLogger } from './base/http/logger.js';
import { CommandRefused } from './refusal.js';

// V8 would let the heap grow to some times of what is in use before it looks: an import took 350 MB so, and takes 220.
setFlagsFromString('--heap-growing-percent=50');

const USAGE = `Usage:
  second-source start         serve in the roles of ROLE (api, worker, all)
  second-source demo          serve with the demo case loaded, and print keys to try it with
  second-source setup         print the link with which the first admin is made, while nobody can sign in
  second-source reset-password --account <e-mail>
                              end a person's sessions and password, and print a link to choose another
  second-source migrate       bring the database's schema up to date
  second-source keys create --workspace <slug> --role <role> --name <text>
                              print a new API key
  second-source signing-key create <file>
                              make a key that signs the daily heads of the record, and print its public half
  second-source verify [--head <file>] [--public-key <file>]
                              check the whole record, and that all stands which saved heads tell of
  second-source erase --member <id> | --account <e-mail>
                              take away for good what tells who a person is; what they did stays
  second-source doctor [--json]
                              find out what is wrong, and say what to do; changes nothing
Settings come from the environment and from .env; the README lists them.`;

// Reading modules is most of what a start costs, so each command reads only its own.
async function main([command, ...args]: string[]): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  // Wrong settings are the first thing it finds.
  if (command === 'doctor') {
    const { doctorCommand } = await import('./doctor.command.js');
    process.exitCode = await doctorCommand(args, process.env);
    return;
  }
  // The demo speaks to a person: request lines would bury what it prints.
  const settings = readSettings(command === 'demo' ? { LOG_LEVEL: 'warn', ...process.env } : process.env);
  const logger = createLogger(settings);
  switch (command) {
    case 'start':
      return start(settings, logger);
    case 'demo': {
      const { demoCommand } = await import('./demo.command.js');
      return demoCommand(settings, logger);
    }
    case 'setup': {
      const { setupCommand } = await import('./setup.command.js');
      return setupCommand(settings, logger);
    }
    case 'reset-password': {
      const { resetPasswordCommand } = await import('./reset-password.command.js');
      return resetPasswordCommand(args, settings, logger);
    }
    case 'migrate': {
      const { joinInstallation, migrateInstallation } = await import('./installation.js');
      const installation = await joinInstallation(settings, logger);
      const done = await migrateInstallation(installation.settings).finally(() => installation.close());
      process.stdout.write(done.length === 0 ? 'The schema is up to date.\n' : `Done: ${done.join(', ')}.\n`);
      return;
    }
    case 'keys': {
      const { keysCommand } = await import('./keys.command.js');
      return keysCommand(args, settings, logger);
    }
    case 'signing-key': {
      const { signingKeyCommand } = await import('./signing-key.command.js');
      return signingKeyCommand(args, settings);
    }
    case 'verify': {
      const { verifyCommand } = await import('./verify.command.js');
      process.exitCode = await verifyCommand(args, settings, logger);
      return;
    }
    case 'erase': {
      const { eraseCommand } = await import('./erase.command.js');
      return eraseCommand(args, settings, logger);
    }
    default:
      throw new CommandRefused(command === undefined ? USAGE : `There is no command ${command}.\n${USAGE}`);
  }
}

async function start(settings: Settings, logger: Logger): Promise<void> {
  const { startServer, stopOnSignal } = await import('./server.js');
  const { offerSetup } = await import('./setup.command.js');
  const server = await startServer(settings, logger);
  stopOnSignal(server, logger);
  const where = server.address === null ? 'as a worker' : `at ${server.address}`;
  process.stdout.write(`Second Source is ready ${where}\n`);
  if (server.address !== null) await offerSetup(server.app, server.address);
  if (server.operatorAddress !== null)
    process.stdout.write(`Metrics are at ${server.operatorAddress}/metrics\n`);
}

main(process.argv.slice(2)).catch((error: Error & { code?: string }) => {
  const expected =
    error instanceof CommandRefused ||
    error instanceof SettingsRefused ||
    error.code?.startsWith('ERR_PARSE_ARGS') === true;
  process.stderr.write(`${expected ? error.message : `Second Source could not go on: ${error.message}`}\n`);
  if (!expected && process.env['LOG_LEVEL'] === 'debug') process.stderr.write(`${error.stack}\n`);
  // What could not be verified is not found to be wrong.
  process.exit(process.argv[2] === 'verify' ? 2 : 1);
});
