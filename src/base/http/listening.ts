/** Why nothing can listen there, in words that say what to set; `setting` is the one the port comes from. */
export function listeningRefused(
  error: unknown,
  { host, port, setting }: { host: string; port: number; setting: string },
): Error {
  switch ((error as { code?: string }).code) {
    case 'EADDRINUSE':
      return new Error(`Port ${port} is taken. Set ${setting} to another one.`);
    case 'EACCES':
      return new Error(`This user may not listen on port ${port}. Set ${setting} to one above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'EINVAL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Error(
        `HOST=${host} is no address of this machine. Set it to one, for example HOST=127.0.0.1, or to 0.0.0.0 for all.`,
      );
    default:
      return error as Error;
  }
}
