import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { localPageTexts } from '../../presentation/texts/local-page.da.ts';
import { HttpFault } from './http-parts.ts';

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  ttf: 'font/ttf',
};

const modules = createRequire(import.meta.url);
const pageFolder = join(import.meta.dirname, 'page');
const fontFolder = folderOf('@expo-google-fonts/source-sans-3');
/** The few files of installed packages that the page needs; nothing else of node_modules can be fetched. */
const vendorFiles: Readonly<Record<string, string>> = {
  'vendor/adaptivecards.min.js': join(folderOf('adaptivecards'), 'dist/adaptivecards.min.js'),
  'vendor/markdown-it.umd.min.js': join(folderOf('markdown-it'), 'dist/browser/markdown-it.umd.min.js'),
  'vendor/source-sans-regular.ttf': join(fontFolder, '400Regular/SourceSans3_400Regular.ttf'),
  'vendor/source-sans-semibold.ttf': join(fontFolder, '600SemiBold/SourceSans3_600SemiBold.ttf'),
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-security-policy': policy,
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** The page with its Danish texts put in, where the HTML says `{{group.key}}`, and all of them as `{{texts}}`. */
export async function sendPage(response: ServerResponse): Promise<void> {
  const template = await readFile(join(pageFolder, 'index.html'), 'utf8');
  // Signs from a file of their own would be asked for, and flash, with each one that is drawn anew.
  const symbols = await readFile(join(pageFolder, 'symbols.svg'), 'utf8');
  const html = template
    .replace('{{symbols}}', () => symbols)
    .replace('{{texts}}', () => escapeHtml(JSON.stringify(localPageTexts)))
    .replace(/\{\{(\w+)\.(\w+)\}\}/g, (_, group: string, key: string) => escapeHtml(textOf(group, key)));
  response.writeHead(200, {
    ...headers,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(html);
}

export async function sendAsset(name: string, response: ServerResponse): Promise<void> {
  const path = pathOf(name);
  const type = types[name.slice(name.lastIndexOf('.') + 1)];
  if (path === undefined || type === undefined) throw new HttpFault(404, 'NotFound');
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) throw new HttpFault(404, 'NotFound');
  // Installed packages change only with an install; our own files with every edit.
  const age = name.startsWith('vendor/') ? 'private, max-age=3600' : 'no-cache';
  response.writeHead(200, { ...headers, 'content-type': type, 'cache-control': age });
  response.end(bytes);
}

/** Names have no dots but the last one and at most one folder: no way out of the page's own folder. */
function pathOf(name: string): string | undefined {
  if (Object.hasOwn(vendorFiles, name)) return vendorFiles[name];
  return /^([a-z0-9-]+\/)?[a-z0-9-]+\.(js|css|svg)$/.test(name) ? join(pageFolder, name) : undefined;
}

function textOf(group: string, key: string): string {
  const groups: Readonly<Record<string, Readonly<Record<string, string>>>> = localPageTexts;
  const text = groups[group]?.[key];
  if (text === undefined) throw new Error(`index.html names the text ${group}.${key}, which does not exist`);
  return text;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function folderOf(name: string): string {
  return dirname(modules.resolve(`${name}/package.json`));
}
