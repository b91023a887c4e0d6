import type pg from 'pg';
import type { Settings } from '../../base/config/settings.js';
import { SecretBox } from '../../base/secrets/secret-box.js';
import { rows } from './connecting.js';
import { counted, type Finding, lasting, ok, problem, warning } from './finding.js';

const DUE_WITHIN_S = 900;
const MAKE_ONE =
  'Set SECRETS_KEY or SECRETS_KEY_FILE, the same for every process; "openssl rand -hex 32" makes one.';

/** On the embedded database the server makes a key itself, so there the question is only whether it fits. */
export async function examineWebhooks(db: pg.Client, settings: Settings): Promise<Finding[]> {
  const box = new SecretBox(settings);
  const [row] = await rows<{ webhooks: number; strange: number; seconds: number }>(
    db,
    `select count(*)::int as webhooks,
            count(*) filter (where exists (
              select 1 from webhook_secrets s
               where s.webhook_id = w.id and s.expires_at is null and split_part(s.sealed, '.', 1) <> $1))::int as strange,
            coalesce(max(extract(epoch from clock_timestamp() - due.at)), 0)::float8 as seconds
       from webhooks w
       left join lateral (
         select d.next_attempt_at as at from webhook_deliveries d
          where d.webhook_id = w.id and d.state = 'pending' order by d.next_attempt_at limit 1) due on true
      where w.disabled_at is null and w.deleted_at is null`,
    [box.keyId ?? ''],
  );
  const { webhooks, strange, seconds } = row!;
  if (box.keyId === null && settings.DATABASE_URL !== undefined) {
    if (webhooks === 0)
      return [ok('webhooks', 'There are none; before one can be made SECRETS_KEY must be set.')];
    return [problem('webhooks', 'SECRETS_KEY is not set, so nothing can be sent to them.', MAKE_ONE)];
  }
  if (box.keyId !== null && strange > 0) {
    return [
      problem(
        'webhooks',
        `The secrets of ${counted(strange, 'webhook')} were sealed with another SECRETS_KEY; nothing can be sent there.`,
        'Set the key they were sealed with, or give each a new secret with POST /webhooks/{id}/rotate.',
      ),
    ];
  }
  if (seconds > DUE_WITHIN_S) {
    return [
      warning(
        'webhooks',
        `A message has been due for ${lasting(seconds)}.`,
        'Look whether a worker runs; an endpoint that fails and has much to catch up on is late too.',
      ),
    ];
  }
  return [ok('webhooks', webhooks === 0 ? 'There are none.' : 'What is due is sent.')];
}
