import { eventually } from '../setup/desk.js';
import type { Answer, Client, Json } from '../setup/workspace.js';

/** The body of an answer that a test needs to have succeeded before it can go on. */
export async function done(answer: Promise<Answer>): Promise<Json> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}

/** Records a statement and answers it. */
export function say(by: Client, claimId: string, sourceId: string, stance: string, more: object = {}) {
  return done(by.post(`/claims/${claimId}/statements`, { sourceId, stance, ...more }));
}

export function strike(by: Client, statementId: string, more: object = {}) {
  return done(by.post(`/statements/${statementId}/strike`, { reason: 'Recorded by mistake.', ...more }));
}

/** Changes a resource whatever version it has now, as somebody who has just read it. */
export async function change(by: Client, path: string, fields: object) {
  const { version } = await done(by.get(path));
  return done(by.patch(path, fields, version));
}

export function corroboration(by: Client, claimId: string, asOf?: string) {
  return done(by.get(`/claims/${claimId}/corroboration${asOf === undefined ? '' : `?asOf=${asOf}`}`));
}

/** Where a refusal says that the fault lies. */
export function faults(answer: Answer): { status: number; paths: string[] } {
  return {
    status: answer.status,
    paths: (answer.body.errors ?? []).map(({ path }: { path: string }) => path),
  };
}

/** Every item of a list, page by page. */
export async function everyItem(by: Client, path: string, limit = 200): Promise<Json[]> {
  const items: Json[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Json = await done(
      by.get(`${path}${path.includes('?') ? '&' : '?'}limit=${limit}${cursor && `&cursor=${cursor}`}`),
    );
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

/** Every event of the workspace's feed after a place, page by page. */
export async function everyEvent(by: Client, { after = '0', limit = 200, type = '' } = {}): Promise<Json[]> {
  const events: Json[] = [];
  for (let from = after; ;) {
    const page = await done(by.get(`/events?after=${from}&limit=${limit}${type && `&type=${type}`}`));
    events.push(...page.items);
    if (page.items.length === 0) return events;
    from = page.nextCursor;
  }
}

/** Waits until the feed tells of every key: another process makes them, and its events may come a second later. */
export async function untilOpen(by: Client, keys = 1): Promise<void> {
  await eventually(
    () => everyEvent(by, { type: 'api-key.created' }),
    ({ length }) => length === keys,
  );
}
