/** What does not fit, told as it is found: a line each, with the workspace it is about. */
export class Findings {
  count = 0;

  constructor(
    private readonly slugs: ReadonlyMap<string, string>,
    private readonly tell: (line: string) => void,
  ) {}

  readonly add = (workspaceId: string, what: string): void => {
    this.count += 1;
    const slug = this.slugs.get(workspaceId);
    this.tell(slug === undefined ? `workspace ${workspaceId}, which is gone: ${what}` : `${slug}: ${what}`);
  };
}
