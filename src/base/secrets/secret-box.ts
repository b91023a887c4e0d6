import { Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Settings } from '../config/settings.js';
import { Problem, type ProblemKind } from '../errors/problem.js';

export const SECRETS_KEY_MISSING: ProblemKind = {
  status: 503,
  code: 'secrets_key.missing',
  title: 'This server cannot keep secrets',
};

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const RETRY_S = 300;

/** Locks up secrets that have to be read again, such as those that sign webhooks, before they go into the database. */
@Injectable()
export class SecretBox {
  private readonly key: Buffer | null;
  /** Tells keys apart without telling anything of them; null without a key. */
  readonly keyId: string | null;

  constructor({ SECRETS_KEY }: Settings) {
    this.key = SECRETS_KEY === undefined ? null : readKey(SECRETS_KEY);
    this.keyId = this.key === null ? null : keyIdOf(this.key);
  }

  /** `owner` is where it belongs: put elsewhere, it cannot be opened. */
  seal(secret: string, owner: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.needKey(), nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `${this.keyId}.${sealed.toString('base64url')}`;
  }

  /** Throws when it was sealed with another key, belongs elsewhere or was changed. */
  open(text: string, owner: string): string {
    const key = this.needKey();
    const [keyId, rest = ''] = text.split('.') as [string, string?];
    if (keyId !== this.keyId)
      throw new Error(`it was sealed with the key ${keyId}, and SECRETS_KEY is the key ${this.keyId}`);
    const sealed = Buffer.from(rest, 'base64url');
    const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(owner));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([
      decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)),
      decipher.final(),
    ]).toString('utf8');
  }

  private needKey(): Buffer {
    if (this.key !== null) return this.key;
    throw new Problem(
      SECRETS_KEY_MISSING,
      'Whoever runs this server must set SECRETS_KEY or SECRETS_KEY_FILE first; `second-source doctor` says how.',
      { retryAfter: RETRY_S },
    );
  }
}

/** The key that a setting writes, 32 bytes: 64 hexadecimal digits, or base64. */
function readKey(text: string): Buffer {
  return Buffer.from(text, /^[\da-f]{64}$/i.test(text) ? 'hex' : 'base64');
}

function keyIdOf(key: Buffer): string {
  return createHash('sha256').update('second-source key id').update(key).digest('hex').slice(0, 8);
}
