// axe over a page as it stands. Needs a page with JavaScript on: axe runs inside it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { source } = createRequire(import.meta.url)('axe-core');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/// What axe cannot judge by itself, and what we decided after looking: rule → place → decision.
const DECISIONS = JSON.parse(readFileSync(new URL('../axe-decisions.json', import.meta.url), 'utf8'));

/// The violations, and what axe left open and nobody decided, each as one readable string.
export async function axe(page) {
  // Through the debugger, which the page's content policy does not bind.
  await page.evaluate(source);
  const options = { runOnly: TAGS, resultTypes: ['violations', 'incomplete'] };
  const { violations, incomplete } = await page.evaluate((options) => globalThis.axe.run(document, options), options);
  const words = ({ id, help, nodes }) => `${id}: ${help} — ${nodes.map((node) => node.target.join(' ')).join(', ')}`;
  const open = incomplete
    .map((item) => ({ ...item, nodes: item.nodes.filter((node) => !DECISIONS[item.id]?.[node.target.join(' ')]) }))
    .filter((item) => item.nodes.length > 0);
  return [...violations.map(words), ...open.map((item) => `undecided ${words(item)}`)];
}

/// No violation of WCAG 2.2 AA or of axe's best practices, and nothing undecided.
export async function assertAccessible(page) {
  assert.deepEqual(await axe(page), [], `accessibility of ${page.url()}`);
}
