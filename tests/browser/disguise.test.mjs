// Whether pages hold in languages that we do not speak yet: Dutch with longer words (qps), and the same from right to left
// (qpr). Nothing is wider than its page, nothing breaks what axe looks for, and no word was written past the translations.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { assertFits, axe, openHouse, picture } from './harness.mjs';
import { ADMIN, ORG_ADMIN, staffSignedIn } from './lib/staff.mjs';
import { NAMES, RESET, SIGN_IN, signIn } from './lib/steps.mjs';
import { strayWords } from './lib/words.mjs';

const house = await openHouse();
after(() => house.close());

const DISGUISES = [{ code: 'qps', dir: 'ltr' }, { code: 'qpr', dir: 'rtl' }];
const WIDTHS = [320, 1280];

const ANYBODY = [SIGN_IN, RESET, `${RESET}gevraagd/`, `${RESET}${'x'.repeat(43)}/`, NAMES, '/uitleg/', '/uitleg/wachtwoord/', '/uitleg/geen-mail/',
  '/uitleg/echte-mail/', '/uitleg/passkeys/', '/uitleg/veilig-thuis/', '/privacy/', '/toegankelijkheid/', '/bestaat-niet/'];
const RESIDENT = ['/', '/woning/', '/woning/e-mailadres/', '/beveiliging/', '/beveiliging/wachtwoord/', '/beveiliging/passkeys/nieuw/'];
const CLIENT = ['/', '/service/gebruikers/', '/service/werklijst/', '/service/collegas/', '/service/teksten/', '/service/mutaties/', '/service/brieven/'];
const OPERATOR = ['/', '/beheer/opdrachtgevers/', '/beheer/medewerkers/', '/beheer/post/'];

/// What axe finds and what it leaves open, mostly text that runs under something else or out of what it stands in. Part of a table that
/// scrolls in its own room is out of sight, so when something is open, all of it must be gone at the other end of the room.
async function faults(page) {
  const found = await axe(page);
  if (found.length === 0) return found;
  const scrolled = await page.evaluate(() => [...document.querySelectorAll('.hs-table-room')].filter((room) => {
    const before = room.scrollLeft;
    room.scrollLeft = document.dir === 'rtl' ? -room.scrollWidth : room.scrollWidth;
    return room.scrollLeft !== before;
  }).length);
  return scrolled === 0 ? found : axe(page);
}

/// Each page in each disguise, as wide as said.
async function holds(page, paths, width) {
  for (const { code, dir } of DISGUISES) {
    for (const path of paths) {
      await page.goto(`${path}?lang=${code}`);
      assert.equal(await page.getAttribute('html', 'dir'), dir, path);
      assert.ok((await page.title()).includes('⟦'), `${path} is in disguise`);
      await picture(page, `disguise-${code}-${width}-${path.replaceAll('/', '_').slice(0, 40)}`);
      assert.deepEqual(await strayWords(page), [], `${path} in ${code}`);
      await assertFits(page);
      assert.deepEqual(await faults(page), [], `${path} in ${code}`);
      page.assertQuiet();
    }
  }
}

for (const width of WIDTHS) {
  test(`pages for anybody [${width}]`, async () => holds(await house.newPage({ width }), ANYBODY, width));

  test(`pages of a resident [${width}]`, async () => {
    const page = await house.newPage({ width });
    await signIn(page, 'ALMELO01', 'bakker tekent groene fietsen');
    await page.waitForURL(`${house.url}/`);
    await holds(page, RESIDENT, width);
  });

  test(`pages of a client's admin [${width}]`, async () => holds(await staffSignedIn(house, ORG_ADMIN, { width }), CLIENT, width));

  test(`pages of the operator [${width}]`, async () => holds(await staffSignedIn(house, ADMIN, { width }), OPERATOR, width));
}

test('a disguise goes along, and nobody is offered one', async () => {
  const page = await house.newPage();
  await page.goto(`${SIGN_IN}?lang=qpr`);
  await page.locator(`main a[href^="${RESET}"]`).click();
  await page.waitForURL(/lang=qpr/);
  assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
  await page.goto(SIGN_IN);
  assert.equal(await page.locator('a[href*="lang=qp"]').count(), 0);
});

test('the checker sees a word that was written past the translations', async () => {
  const page = await house.newPage();
  await page.goto(`${SIGN_IN}?lang=qps`);
  await page.evaluate(() => {
    document.querySelector('main').append(Object.assign(document.createElement('p'), { textContent: 'Kies uw wachtwoord' }));
    document.querySelector('h1').setAttribute('aria-label', 'naar de pagina');
  });
  assert.deepEqual(await strayWords(page), ['Kies uw wachtwoord', 'naar de pagina']);
  await page.evaluate(() => document.querySelector('main').prepend('⟦'));
  await assert.rejects(strayWords(page), /marks/);
});
