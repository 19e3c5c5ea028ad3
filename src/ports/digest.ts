/** SHA-256 as lower-case hex of UTF-8 text or bytes. Pure, but the domain may not import node:crypto. */
export interface Digest {
  sha256(content: string | Uint8Array): string;
}
