// Letters twice as large on the smallest phone: nobody has to scroll sideways, and nothing that is read is squeezed away. One state of
// every page of the gallery (`node album.mjs text=200` shows all of them).

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { chromium } from 'playwright-core';

import { galleryPages, serveGallery } from './lib/gallery.mjs';

const gallery = await serveGallery();
const chrome = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
after(async () => {
  await chrome.close();
  gallery.close();
});

/// A page on the smallest phone; the scripts of the gallery have nobody to talk to.
const phone = () => chrome.newPage({ baseURL: gallery.url, viewport: { width: 320, height: 740 }, reducedMotion: 'reduce', javaScriptEnabled: false });

/// `home-linked` is another state of `home`.
function firstStates(files) {
  const names = files.map((file) => file.split('.')[0]);
  return files.filter((_, at) => !names.some((name) => names[at].startsWith(`${name}-`)));
}

async function large(page, file) {
  await page.goto(`/${file}`);
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
}

/// Runs in the page: how far it reaches over its side; words in a table or a form that have no room of their own.
function squeezed() {
  const over = document.documentElement.scrollWidth - innerWidth;
  const narrow = [...document.querySelectorAll('main td, main dd, main dt, main label, main legend, main .hs-button')].filter((element) => {
    const text = element.textContent.trim();
    const { width } = element.getBoundingClientRect();
    const { paddingLeft, paddingRight } = getComputedStyle(element);
    const shown = element.checkVisibility() && !element.closest('.hs-unseen, .hs-table:not(.hs-table--cards)');
    return shown && text.length > 3 && width - parseFloat(paddingLeft) - parseFloat(paddingRight) < 48;
  });
  return [...(over > 0 ? [`reaches over by ${over} px`] : []), ...narrow.map((element) => `no room: ${element.outerHTML.replace(/\s+/g, ' ').slice(0, 90)}`)];
}

test('letters twice as large fit on every page', async () => {
  const page = await phone();
  const files = firstStates(await galleryPages('nl'));
  assert.ok(files.length > 100, `${files.length} pages`);
  const wrong = [];
  for (const file of files) {
    await large(page, file);
    for (const what of await page.evaluate(squeezed)) wrong.push(`${file} ${what}`);
  }
  assert.deepEqual(wrong, []);
});

test('a page that does not fit is found, and a value without room', async () => {
  const page = await phone();
  await large(page, 'homes.nl.html');
  assert.deepEqual(await page.evaluate(squeezed), []);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('h1 { inline-size: 400px; } .hs-table--cards td[data-label]:nth-child(n) { padding-inline-start: 8rem !important; }');
    document.adoptedStyleSheets = [sheet];
  });
  const found = await page.evaluate(squeezed);
  assert.match(found[0], /reaches over by \d+ px/);
  assert.ok(found.some((what) => what.startsWith('no room: <td')), found.join('\n'));
});
