// On paper: lists, the log and what a person owns, in black on white, without menus and buttons, with their tables as tables.

import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';

import { openHouse } from './harness.mjs';
import { ADMIN, CLERK, staffSignedIn } from './lib/staff.mjs';
import { signIn } from './lib/steps.mjs';

const OUT = fileURLToPath(new URL('./out/', import.meta.url));
const house = await openHouse();
after(() => house.close());

/// Runs in the page as it is printed: what should not be there, and what is not dark on white.
function wrongOnPaper() {
  const shown = (element) => element.checkVisibility();
  const pressed = 'button, input, select, textarea, nav, .hs-button, .hs-demo, .hs-street, .hs-skip, progress';
  const there = [...document.querySelectorAll(pressed)].filter(shown);
  const names = there.map((element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 100));
  const faint = [...document.querySelectorAll('main *')].filter((element) => {
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const [red, green, blue] = getComputedStyle(element).color.match(/[\d.]+/g).map(Number);
    return hasText && shown(element) && Math.max(red, green, blue) > 90;
  });
  const ground = getComputedStyle(document.body).backgroundColor;
  const tables = [...document.querySelectorAll('table.hs-table')].filter(shown).filter((table) => getComputedStyle(table).display !== 'table');
  return [
    ...names.map((name) => `to press: ${name}`),
    ...faint.map((element) => `faint: ${element.outerHTML.slice(0, 80)}`),
    ...(ground === 'rgb(255, 255, 255)' ? [] : [`not white: ${ground}`]),
    ...tables.map(() => 'a table that is none'),
  ];
}

/// Prints the page to `out/`, on A4 as it comes out of a printer.
async function printed(page, name) {
  // As wide as A4 without its margins.
  await page.setViewportSize({ width: 680, height: 960 });
  await page.emulateMedia({ media: 'print' });
  await page.waitForFunction(() => matchMedia('print').matches);
  const wrong = await page.evaluate(wrongOnPaper);
  await mkdir(OUT, { recursive: true });
  await writeFile(`${OUT}paper-${name}.pdf`, await page.pdf({ format: 'A4', printBackground: false }));
  return wrong;
}

const PROJECT = 'project=de-linde/lindehof';
const PAGES = [
  ['homes', `/service/woningen/?${PROJECT}`],
  ['worklist', `/service/werklijst/?${PROJECT}`],
  ['log', '/service/logboek/'],
  ['board', '/service/projecten/de-linde/lindehof/'],
];

for (const scheme of ['light', 'dark']) {
  test(`lists of a client [${scheme}]`, async () => {
    const page = await staffSignedIn(house, CLERK, { scheme });
    for (const [name, path] of PAGES) {
      assert.equal((await page.goto(path)).status(), 200, path);
      assert.deepEqual(await printed(page, `${name}-${scheme}`), [], path);
      await page.emulateMedia({ media: 'screen' });
    }
  });
}

test('the log of the operator, and the home of a resident', async () => {
  const admin = await staffSignedIn(house, ADMIN);
  await admin.goto('/service/logboek/');
  assert.deepEqual(await printed(admin, 'log-operator'), []);
  const page = await house.newPage();
  await signIn(page, 'ALMELO01', 'bakker tekent groene fietsen');
  await page.waitForURL(`${house.url}/`);
  for (const [name, path] of [['home', '/woning/'], ['security', '/beveiliging/']]) {
    await page.goto(path);
    assert.deepEqual(await printed(page, name), [], path);
    await page.emulateMedia({ media: 'screen' });
  }
});

test('a button that would be printed is found', async () => {
  const page = await house.newPage();
  await page.goto('/login/');
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('@media print { .hs-actions, .hs-button { display: block !important; } }');
    document.adoptedStyleSheets = [sheet];
  });
  assert.ok((await printed(page, 'planted')).some((what) => what.includes('hs-button')));
});
