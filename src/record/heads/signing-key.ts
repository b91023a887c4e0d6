import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

export interface SigningKey {
  privateKey: KeyObject;
  /** In SubjectPublicKeyInfo, DER. */
  publicKey: Buffer;
}

/** The key in a PEM text, when it is a private key of Ed25519. */
export function readSigningKey(pem: string): SigningKey | null {
  try {
    const privateKey = createPrivateKey(pem);
    if (privateKey.asymmetricKeyType !== 'ed25519') return null;
    return { privateKey, publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'der' }) };
  } catch {
    return null;
  }
}

/** A public key of Ed25519, from PEM or from DER; null when it is none. */
export function publicKeyFrom(given: string | Buffer): KeyObject | null {
  try {
    const key =
      typeof given === 'string'
        ? createPublicKey(given)
        : createPublicKey({ key: given, type: 'spki', format: 'der' });
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}
