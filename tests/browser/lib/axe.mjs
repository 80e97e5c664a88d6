// axe over a page as it stands. Needs a page with JavaScript on: axe runs inside it.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const { source } = createRequire(import.meta.url)('axe-core');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/// The violations, each as one readable string.
export async function axe(page) {
  // Through the debugger, which the page's content policy does not bind.
  await page.evaluate(source);
  const { violations } = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }), TAGS);
  return violations.map(({ id, help, nodes }) => `${id}: ${help} — ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/// No violation of WCAG 2.2 AA or of axe's best practices.
export async function assertAccessible(page) {
  assert.deepEqual(await axe(page), [], `accessibility of ${page.url()}`);
}
