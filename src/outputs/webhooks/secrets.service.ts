import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Reader, Tx } from '../../base/database/tx.js';
import { SecretBox } from '../../base/secrets/secret-box.js';
import type { Webhook } from './webhook.entity.js';
import { WebhooksRepository } from './webhooks.repository.js';

const BYTES = 32;
/** So long a secret that was replaced goes on signing, beside the new one. */
const OVERLAP_HOURS = 24;
/** Beside the new one; each signs, and a header has its limits. */
const MOST_OLD = 4;

type Owner = Pick<Webhook, 'workspaceId' | 'id'>;

/** What webhooks are signed with. In the open only where it is shown once, and where it signs. */
@Injectable()
export class WebhookSecrets {
  constructor(
    private readonly repository: WebhooksRepository,
    private readonly box: SecretBox,
  ) {}

  /** Makes a secret and answers it. */
  async add(tx: Tx, { workspaceId, id: webhookId }: Owner): Promise<string> {
    const id = uuid();
    const secret = `whsec_${randomBytes(BYTES).toString('base64')}`;
    await this.repository.addSecret(tx, {
      id,
      workspaceId,
      webhookId,
      sealed: this.box.seal(secret, ownerOf(id)),
    });
    return secret;
  }

  /** Makes another one; those before end after the overlap. */
  async rotate(tx: Tx, owner: Owner): Promise<{ secret: string; oldUntil: Date }> {
    const oldUntil = await this.repository.retireSecrets(
      tx,
      owner.workspaceId,
      owner.id,
      MOST_OLD,
      OVERLAP_HOURS,
    );
    return { secret: await this.add(tx, owner), oldUntil };
  }

  /** All that sign now, newest first. */
  async live(reader: Reader, { workspaceId, id }: Owner): Promise<string[]> {
    const sealed = await this.repository.liveSecrets(reader, workspaceId, id);
    return sealed.map((secret) => this.box.open(secret.sealed, ownerOf(secret.id)));
  }
}

function ownerOf(secretId: string): string {
  return `webhook-secret:${secretId}`;
}
