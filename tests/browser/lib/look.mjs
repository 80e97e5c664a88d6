// How a page looks: pictures of it, and whether it fits its width.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const OUT = fileURLToPath(new URL('../out/', import.meta.url));
const DOCS = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));

/// Takes a picture of the whole page. It goes to `out/`, which git does not see; with HUISSLEUTEL_PICTURES=1 it becomes the
/// one in `docs/pictures/`.
export async function picture(page, name) {
  const folder = process.env.HUISSLEUTEL_PICTURES === '1' ? DOCS : OUT;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: `${folder}${name}.png`, fullPage: true, animations: 'disabled', caret: 'hide' });
}

/// Nobody has to scroll sideways (WCAG 1.4.10).
export async function assertFits(page) {
  const { inner, needed } = await page.evaluate(() => ({ inner: innerWidth, needed: document.documentElement.scrollWidth }));
  assert.ok(needed <= inner, `${page.url()} needs ${needed} px and has ${inner}`);
}
