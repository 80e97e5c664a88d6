// The gallery: every page in every state as one file, drawn by `cargo test --release -p web gallery`. No page needs to be reached first.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const GALLERY = fileURLToPath(new URL('../../../target/gallery/', import.meta.url));
const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.png': 'image/png' };

/// The files of the gallery in `lang`, in order.
export async function galleryPages(lang) {
  const files = await readdir(GALLERY).catch(() => []);
  const pages = files.filter((file) => file.endsWith(`.${lang}.html`)).sort();
  assert.ok(pages.length > 0, 'no gallery: cargo test --release -p web gallery');
  return pages;
}

/// The gallery on a port of this machine; `beside` are folders that stand beside it, by name.
export async function serveGallery(beside = {}) {
  const server = createServer(async (request, answer) => {
    const path = new URL(request.url, 'http://localhost').pathname.slice(1);
    const [first, ...rest] = path.split('/');
    const file = beside[first] ? `${beside[first]}${rest.join('/')}` : `${GALLERY}${path}`;
    const body = await readFile(file).catch(() => null);
    answer.writeHead(body ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    answer.end(body ?? '');
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
