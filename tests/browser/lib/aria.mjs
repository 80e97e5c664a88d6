// What a screen reader finds on a page, as a small text that is committed and compared. HUISSLEUTEL_WRITE_TREES=1 writes it anew:
// read the difference line by line.

import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const TREES = fileURLToPath(new URL('../trees/', import.meta.url));
const MONTHS = 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december';

/// What differs from day to day says so.
export function steady(text) {
  return text
    .replace(/\b(maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\b/g, '(dag)')
    .replace(new RegExp(`\\b\\d{1,2} (${MONTHS})( \\d{4})?`, 'g'), '(datum)')
    .replace(/\b\d{1,2}-\d{1,2}-\d{4}\b/g, '(datum)')
    .replace(/\b\d{1,2}[.:]\d{2}( uur)?\b/g, '(tijd)')
    // The secret of a link.
    .replace(/[\w-]{43}/g, '(link)');
}

/// The page is to a screen reader what it was when somebody last read `trees/<name>.yml`.
export async function assertTree(page, name) {
  // Without the bar of the demo.
  const parts = await Promise.all(['header', 'main', 'footer'].map((part) => page.locator(`body > ${part}`).ariaSnapshot()));
  const now = `${steady(parts.join('\n'))}\n`;
  const path = `${TREES}${name}.yml`;
  if (process.env.HUISSLEUTEL_WRITE_TREES === '1') {
    await mkdir(TREES, { recursive: true });
    await writeFile(path, now);
  }
  const known = await readFile(path, 'utf8').catch(() => '');
  assert.equal(now, known, `the tree of ${page.url()} is another than trees/${name}.yml`);
}
