import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { HttpFault } from './http-parts.ts';

export type Upload = {
  /** Unguessable: who knows it may fetch the file, as with Teams' own download links. */
  readonly id: string;
  readonly personId: string;
  readonly name: string;
};

export type Uploads = {
  keep(personId: string, name: string, bytes: Buffer, at: string): Promise<Upload>;
  find(id: string): Upload | undefined;
  send(id: string, response: ServerResponse): Promise<void>;
};

export const uploadLimitBytes = 30_000_000;

/** Bytes lie under their id, never under a name that a person chose. */
export function createUploads(db: DatabaseSync, dataDir: string): Uploads {
  const folder = join(dataDir, 'local-teams-uploads');
  mkdirSync(folder, { recursive: true });
  const insert = db.prepare('INSERT INTO upload (id, person_id, name, size, at) VALUES (?, ?, ?, ?, ?)');
  const select = db.prepare('SELECT id, person_id, name FROM upload WHERE id = ?');
  const find = (id: string): Upload | undefined => {
    const row = select.get(id);
    if (row === undefined) return undefined;
    return { id, personId: String(row['person_id']), name: String(row['name']) };
  };
  return {
    async keep(personId, givenName, bytes, at) {
      const name = givenName.toWellFormed(); // half a surrogate pair cannot be put into an address
      const id = randomBytes(24).toString('base64url');
      await writeFile(join(folder, id), bytes, { flag: 'wx', flush: true });
      insert.run(id, personId, name, bytes.length, at);
      return { id, personId, name };
    },
    find,
    async send(id, response) {
      const upload = find(id);
      if (upload === undefined) throw new HttpFault(404, 'NotFound');
      const bytes = await readFile(join(folder, upload.id));
      response.writeHead(200, downloadHeaders(upload.name, bytes.length));
      response.end(bytes);
    },
  };
}

/** As Teams describes an uploaded file to a bot. */
export function fileAttachment(origin: string, upload: Upload) {
  const fileType = /\.([\p{L}\p{N}]{1,8})$/u.exec(upload.name)?.[1]?.toLowerCase() ?? '';
  const downloadUrl = `${origin}/local/uploads/${upload.id}/${encodeURIComponent(upload.name)}`;
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name: upload.name,
    contentUrl: downloadUrl,
    content: { downloadUrl, uniqueId: upload.id, fileType },
  };
}

/** Always a download, never a page of this origin: an uploaded HTML file must not run beside the API. */
function downloadHeaders(name: string, size: number) {
  return {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, hex)}`,
    'content-length': size,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
}

function hex(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
