import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Carries out the steps of a Dockerfile on plain folders, one per stage, without Docker. It knows the instructions and
 * forms that ours uses, and refuses every other one, so that nothing is silently left out.
 */
export function buildImage(context, folder) {
  const allowed = readIgnoreFile(join(context, '.dockerignore'));
  const stages = new Map();
  let stage;
  for (const [instruction, text] of instructions(join(context, 'Dockerfile'))) {
    switch (instruction) {
      case 'FROM': {
        const [, name = 'image'] = /^\S+(?: AS (\S+))?$/.exec(text);
        stage = { root: join(folder, name), workdir: '/', env: {}, user: '0:0' };
        stages.set(name, stage);
        mkdirSync(stage.root, { recursive: true });
        break;
      }
      case 'WORKDIR':
        stage.workdir = text;
        mkdirSync(join(stage.root, text), { recursive: true });
        break;
      case 'ENV': {
        const [, name, value] = /^(\w+)=([^\s"'$]*)$/.exec(text) ?? refuse(instruction, text);
        stage.env[name] = value;
        break;
      }
      case 'COPY':
        copy(text, stage, stages, context, allowed);
        break;
      case 'RUN':
        console.log(`  ${text}`);
        execFileSync('sh', ['-c', text], {
          cwd: join(stage.root, stage.workdir),
          stdio: ['ignore', 'ignore', 'inherit'],
        });
        break;
      case 'USER':
        stage.user = text;
        break;
      case 'HEALTHCHECK':
        stage.healthcheck = JSON.parse(text.slice(text.indexOf('CMD ') + 4));
        break;
      case 'ENTRYPOINT':
        stage.entrypoint = JSON.parse(text);
        break;
      case 'CMD':
        stage.command = JSON.parse(text);
        break;
      case 'EXPOSE':
        break;
      default:
        refuse(instruction, text);
    }
  }
  return stage;
}

function instructions(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1).trim()])
    .map(([instruction, text]) => (text.endsWith('\\') ? refuse(instruction, text) : [instruction, text]));
}

function copy(text, stage, stages, context, allowed) {
  const [, from, paths] = /^(?:--from=(\S+) )?([^-].*)$/.exec(text) ?? refuse('COPY', text);
  const names = paths.split(' ');
  const target = names.pop();
  for (const name of names) {
    if (from === undefined && !allowed.some((path) => name === path || name.startsWith(`${path}/`)))
      throw new Error(`COPY ${name}: .dockerignore keeps it out of the build`);
    const source = join(from === undefined ? context : stages.get(from).root, name);
    if (!existsSync(source)) throw new Error(`COPY ${name}: it is not there`);
    const into = target.endsWith('/') ? join(target, basename(name)) : target;
    cpSync(source, join(stage.root, stage.workdir, into), { recursive: true, verbatimSymlinks: true });
  }
}

/** Our .dockerignore keeps everything out and then names what may come in. */
function readIgnoreFile(file) {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const [first, ...rest] = lines;
  if (first !== '*' || rest.some((line) => !/^![\w./-]+$/.test(line)))
    throw new Error('.dockerignore must be * and then lines of ! with a plain path');
  return rest.map((line) => line.slice(1));
}

function refuse(instruction, text) {
  throw new Error(`scripts/dockerfile.js does not know this form: ${instruction} ${text}`);
}
