import { createServer } from 'node:http';
import pg from 'pg';

const readers = new Set();
const server = createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.flushHeaders();
  readers.add(response);
  response.on('close', () => readers.delete(response));
});
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
client.on('notification', ({ payload }) => readers.forEach((reader) => reader.write(`data: ${payload}\n\n`)));
await client.connect();
await client.query('listen bench');
process.on('SIGINT', () => process.exit(0));
server.listen(0, '127.0.0.1', () => process.stdout.write(`http://127.0.0.1:${server.address().port}\n`));
