import type { FastifyInstance } from 'fastify';

/** Remembers every route, so that a wrong method is told from a wrong address. */
export class RouteTable {
  private readonly routes: { segments: string[]; methods: string[] }[] = [];

  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ url, method }) => {
      const methods = Array.isArray(method) ? method : [method];
      this.routes.push({ segments: url.split('/'), methods });
    });
  }

  methodsAt(path: string): string[] {
    const asked = path.split('/');
    const found = this.routes.filter(
      ({ segments }) =>
        segments.length === asked.length &&
        segments.every((segment, i) => (segment.startsWith(':') ? asked[i] !== '' : segment === asked[i])),
    );
    return [...new Set(found.flatMap(({ methods }) => methods))].sort();
  }
}
