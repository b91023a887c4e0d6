import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { Settings } from '../config/settings.js';
import { INTERNAL, INVALID, METHOD_NOT_ALLOWED, NOT_FOUND, Problem } from '../errors/problem.js';
import { listeningRefused } from './listening.js';
import { send } from './problem.filter.js';

interface Page {
  path: string;
  type: string;
  read: () => Promise<string>;
}

/**
 * A port apart from the API's, for who runs the server: every role has it, no key is asked for, and no route of the
 * API is there. Rooms say which pages of theirs it shows.
 */
@Injectable()
export class OperatorPort implements BeforeApplicationShutdown {
  private readonly logger = new Logger(OperatorPort.name);
  private readonly pages: Page[] = [];
  private server: FastifyInstance | undefined;

  constructor(private readonly settings: Settings) {}

  show(page: Page): void {
    this.pages.push(page);
  }

  /** Opens the port where METRICS_PORT asks for it; answers its address. */
  async open(): Promise<string | null> {
    const { METRICS_PORT: port, HOST: host } = this.settings;
    if (port === undefined) return null;
    this.server = this.build();
    try {
      return await this.server.listen({ port, host });
    } catch (error) {
      throw listeningRefused(error, { host, port, setting: 'METRICS_PORT' });
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.server?.close();
  }

  private build(): FastifyInstance {
    const server = fastify({
      genReqId: () => randomUUID(),
      forceCloseConnections: true,
      frameworkErrors: (error, request, reply) => this.refuse(error, request, reply),
    });
    for (const { path, type, read } of this.pages) {
      server.get(path, async (request, reply) =>
        reply
          .headers({ 'content-type': type, 'x-request-id': request.id, 'x-content-type-options': 'nosniff' })
          .send(await read()),
      );
    }
    server.setNotFoundHandler((request, reply) => send(reply, request.id, this.unknown(request)));
    server.setErrorHandler((error: Error & { statusCode?: number }, request, reply) =>
      this.refuse(error, request, reply),
    );
    return server;
  }

  private unknown({ method, url }: FastifyRequest): Problem {
    const path = url.split('?')[0]!;
    const paths = this.pages.map((page) => page.path);
    return paths.includes(path)
      ? new Problem(METHOD_NOT_ALLOWED, `${method} does nothing here. Use GET.`)
      : new Problem(NOT_FOUND, `There is nothing at ${path}. What is here: ${paths.join(', ')}.`);
  }

  private refuse(error: Error & { statusCode?: number }, request: FastifyRequest, reply: FastifyReply): void {
    if (error instanceof Problem) return send(reply, request.id, error);
    if (error.statusCode !== undefined && error.statusCode < 500)
      return send(reply, request.id, new Problem(INVALID, 'The request could not be read.'));
    this.logger.error(`${request.url} could not be answered: ${error.stack ?? error.message}`);
    send(reply, request.id, new Problem(INTERNAL, 'The log says why.'));
  }
}
