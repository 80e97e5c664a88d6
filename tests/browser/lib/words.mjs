// Words that were not in a translation file. In a disguised language all of ours stand between ⟦ and ⟧; what is outside is a
// value, or somebody wrote it into a template or into code.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const NL = readFileSync(new URL('../../../translations/nl.ftl', import.meta.url), 'utf8');
/// Every word of our own Dutch texts in lower case: names of people and places begin with a capital.
const OURS = new Set(
  NL.split('\n')
    .filter((line) => /^[a-z][\w-]* =|^ {4}/.test(line))
    .flatMap((line) => line.replace(/^[a-z][\w-]* =/, '').replace(/\{[^{}]*\}/g, ' ').split(/[^\p{L}]+/u))
    .filter((word) => word.length > 2 && word === word.toLowerCase()),
);

/// Data of people, and words in a language of their own.
const DATA = ['.hs-code', '.hs-brand', '[lang]:not(html)', 'script', 'style', 'textarea', 'pre'];

/// The words of ours that can be read outside the marks, with what stands around them.
export async function strayWords(page) {
  const { outside, open } = await page.evaluate(readOutside, DATA);
  // A mark too many would hide all that comes after it.
  assert.equal(open, 0, `the marks of ${page.url()} pair`);
  // Addresses, domains, files and paths are no words.
  const words = (piece) => piece.split(/\s+/).filter((part) => !/\p{L}[@._/]\p{L}|[@/]/u.test(part)).flatMap((part) => part.split(/[^\p{L}]+/u));
  return outside.filter((piece) => words(piece).some((word) => OURS.has(word)));
}

/// Runs in the page: all text outside the marks, and what is read out of attributes.
function readOutside(data) {
  let open = 0;
  const bare = (text) => {
    let depth = 0;
    let out = '';
    for (const sign of text) {
      if (sign === '⟦') depth += 1;
      else if (sign === '⟧') depth -= 1;
      else out += depth === 0 ? sign : ' ';
    }
    open += Math.abs(depth);
    return out;
  };
  const skipped = data.join(', ');
  const found = [];
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  let all = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.closest(skipped)) all += `${node.data}\n`;
  }
  // One text for the whole page: a message can be split over elements, its marks too.
  found.push(...bare(all).split('\n'));
  for (const element of document.querySelectorAll('[aria-label], [alt], [title], [placeholder]')) {
    if (element.closest(skipped)) continue;
    for (const name of ['aria-label', 'alt', 'title', 'placeholder']) found.push(bare(element.getAttribute(name) ?? ''));
  }
  return { outside: found.map((piece) => piece.trim()).filter((piece) => piece !== ''), open };
}
