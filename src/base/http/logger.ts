import type { LoggerService } from '@nestjs/common';
import { type Logger, pino, stdSerializers } from 'pino';
import type { Settings } from '../config/settings.js';

// A key that was put into an address, or a password in a driver's message: wherever they stand in a line, they go.
const KEYS = /ss_[0-9a-f]{12}_[A-Za-z0-9_-]{43}/g;
const PASSWORDS = /(\w:\/\/[^\s:/@"]*:)[^\s/@"]+@/g;

/** Structured lines on standard error; standard output belongs to what a command was asked to print. */
export function createLogger(settings: Settings): Logger {
  const token = settings.METRICS_TOKEN;
  const withoutToken = (line: string) => (token === undefined ? line : line.replaceAll(token, '…'));
  return pino(
    {
      level: settings.LOG_LEVEL,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['req.headers.authorization', 'req.headers.cookie'],
      serializers: { err: stdSerializers.err },
      hooks: { streamWrite: (line) => withoutToken(line).replace(KEYS, 'ss_…').replace(PASSWORDS, '$1…@') },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}

/** Lets Nest speak through the same logger. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }

  error(message: unknown, ...more: unknown[]): void {
    this.logger.error({ context: more.at(-1) }, String(message));
  }

  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
}
