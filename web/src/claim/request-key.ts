/** A name for a request, so that it may be repeated without being done twice. */
export function requestKey(): string {
  // `crypto.randomUUID` is not there where the desk is served without TLS.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
