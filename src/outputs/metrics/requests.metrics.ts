import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Histogram } from 'prom-client';
import { Metrics } from './metrics.service.js';

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Times every request that a route was looked up for. */
@Injectable()
export class RequestMetrics implements OnModuleInit {
  private readonly duration: Histogram<'method' | 'route' | 'code'>;

  constructor(
    private readonly host: HttpAdapterHost,
    { registry }: Metrics,
  ) {
    this.duration = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Seconds from a request to its whole answer, by the pattern of the route.',
      labelNames: ['method', 'route', 'code'],
      buckets: BUCKETS,
      registers: [registry],
    });
  }

  onModuleInit(): void {
    // A command has the rooms without a server.
    const adapter = this.host.httpAdapter as HttpAdapterHost['httpAdapter'] | undefined;
    adapter?.getInstance<FastifyInstance>().addHook('onResponse', (request, reply, done) => {
      // How long a stream lasted is no time that anybody waited for an answer.
      if (String(reply.getHeader('content-type')).startsWith('text/event-stream')) return done();
      // Never the address itself: ids in labels would make a series of every claim, wrong addresses one of every guess.
      const route = request.routeOptions.url ?? 'none';
      this.duration.observe(
        { method: request.method, route, code: reply.statusCode },
        reply.elapsedTime / 1000,
      );
      done();
    });
  }
}
