import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { KeptFile } from './file.entity.js';
import { servedTypeOf } from './media-types.js';

/** What files look like in the description of the API. */
export const FILE_ANSWER = { 'application/octet-stream': '(the bytes of the file)' };

/**
 * Hands a file over to be saved. Whatever it is, it is never a page of ours: no script in it runs, and what a browser
 * could take for one goes by no name of its own.
 */
export function sendFile(reply: FastifyReply, file: KeptFile, bytes: Readable): void {
  void reply
    .header('content-type', servedTypeOf(file.mediaType))
    .header('content-length', file.size)
    .header('content-disposition', `attachment; filename*=UTF-8''${escaped(file.name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .header('repr-digest', `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`)
    .send(bytes);
}

/** RFC 8187 lets fewer characters stand than encodeURIComponent does. */
function escaped(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
