import { fileTypeFromBuffer } from 'file-type';

/** As many bytes from the start as telling a type takes; a TAR archive says what it is at 257. */
export const HEAD_BYTES = 4100;

const BINARY = 'application/octet-stream';

/** What a browser may show as what it is: none of it can hold a script. */
const HARMLESS = new Set([
  'image/jpeg',
  'image/png',
  'image/apng',
  'image/gif',
  'image/webp',
  'image/avif',
  'video/mp4',
  'video/webm',
  'audio/mpeg',
  'audio/ogg',
  'audio/wav',
]);

/** What the first bytes of a file say it is. Only what is plain text may be called by the name its sender gives it. */
export async function mediaTypeOf(head: Buffer, declared: string | null): Promise<string> {
  const found = await fileTypeFromBuffer(head);
  if (found !== undefined && found.mime !== 'application/xml') return found.mime;
  if (!isText(head)) return BINARY;
  const essence = declared?.split(';')[0]!.trim().toLowerCase() ?? '';
  return /^(text\/[\w.+-]+|application\/([\w.+-]+\+)?(json|xml)|image\/svg\+xml)$/.test(essence)
    ? essence
    : (found?.mime ?? 'text/plain');
}

/** The type with which a file may be handed to a browser. */
export function servedTypeOf(mediaType: string): string {
  return HARMLESS.has(mediaType) ? mediaType : BINARY;
}

function isText(head: Buffer): boolean {
  try {
    // As a stream, since the last character may be cut.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return !/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text);
  } catch {
    return false;
  }
}
