import fastify from 'fastify';

const server = fastify();
server.get('/api/v1/stats/claims', (request, reply) => {
  if (request.headers['if-none-match'] === '"bare"') return reply.code(304).send();
  return reply.header('content-type', 'application/json; charset=utf-8').send(process.env.BODY);
});
process.on('SIGINT', () => process.exit(0));
process.stdout.write(`${await server.listen({ port: 0, host: '127.0.0.1' })}\n`);
