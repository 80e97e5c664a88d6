// "Gebruikers aanpassen": a clerk finds a home while typing, fills an address in, corrects it, and ends all access; by mouse
// and by keyboard through the same steps.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { everyView, openHouse, picture } from './harness.mjs';
import { CLERK, LEAD, staffSignedIn } from './lib/staff.mjs';
import { KEYBOARD, MOUSE, assertWhole, field, submit, summaryTakesFocus, tabTo } from './lib/steps.mjs';

const USERS = '/service/gebruikers/';

const house = await openHouse();
after(() => house.close());

const signedIn = (who, view = {}) => staffSignedIn(house, who, view);

const rows = (page) => page.locator('#found tbody tr');

/// Finds homes while typing, with no Enter, until exactly so many are left.
async function find(page, way, text, count) {
  await page.goto(USERS);
  await way.fill(page, field(page, 'q'), text);
  await page.waitForFunction(
    ([text, count]) => new URL(location.href).searchParams.get('q') === text && document.querySelectorAll('#found tbody tr').length === count,
    [text, count],
  );
}

async function choose(page, way, target) {
  if (way === MOUSE) return target.check();
  await tabTo(page, target);
  return page.keyboard.press('Space');
}

const linkForm = /\/e-mailadres\//;
const home = /\/service\/woningen\/[0-9a-f-]{36}\//;

/// One clerk's way through a home without an address: refused, warned, linked, corrected, and all access ended.
async function day(page, way, { street, address }) {
  await find(page, way, street, 1);
  await assertWhole(page);
  await way.press(page, rows(page).first().locator('a'));
  await page.waitForURL(home);
  await assertWhole(page);
  await way.press(page, page.locator('main a[href*="/e-mailadres/"]'));
  await page.waitForURL(linkForm);
  await assertWhole(page);

  // Law 7: nobody said whether the residents are the same.
  await way.fill(page, field(page, 'email'), address.replace('@gmail.com', '@gmial.com'));
  await way.press(page, submit(page));
  await summaryTakesFocus(page);
  await assertWhole(page, { fault: true });
  assert.match(await field(page, 'email').inputValue(), /@gmial\.com$/, 'what was typed stays');
  await choose(page, way, page.locator('#residents-same'));
  await way.press(page, submit(page));
  await page.waitForSelector('#decide-title');
  await assertWhole(page);
  assert.match(await page.textContent('main'), /Toch gebruiken/);
  await way.press(page, page.locator('.hs-notice button'));
  await page.waitForFunction(() => !document.querySelector('.hs-notice'));
  await assertWhole(page);
  assert.ok((await page.textContent('main')).includes(address));
  await way.press(page, page.locator('.hs-decide button[type=submit]'));
  await page.waitForURL(/told=linked/);
  await assertWhole(page);
  assert.match(await page.textContent('main'), /Nog verstrekken/);

  await way.press(page, page.locator('main a[href*="/intrekken/"]'));
  await page.waitForURL(/\/intrekken\//);
  await assertWhole(page);
  await way.press(page, submit(page));
  await page.waitForURL(/told=revoked/);
  await assertWhole(page);
}

test('a clerk fills in an address, by mouse', async () => {
  const page = await signedIn(CLERK);
  await day(page, MOUSE, { street: 'lindelaan 26', address: 'jan.mol@gmail.com' });
});

test('a clerk fills in an address, by keyboard only', async () => {
  const page = await signedIn(CLERK);
  await day(page, KEYBOARD, { street: 'lindelaan 28', address: 'lies.mol@gmail.com' });
  await page.goto(USERS);
  await page.keyboard.press('/');
  await page.keyboard.type('parkhof');
  await page.waitForFunction(() => document.querySelectorAll('#found tbody tr').length === 8);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const at = await page.evaluate(() => document.activeElement.closest('tr')?.rowIndex);
  assert.equal(at, 2, 'the arrows go through what was found while typing');
  await page.keyboard.press('Enter');
  await page.waitForURL(home);
});

test('an account in use takes two people, and a new resident leads to a tenant change', async () => {
  const page = await signedIn(CLERK);
  await find(page, MOUSE, 'anna.devries@bewoners.test', 1);
  await rows(page).first().locator('a').click();
  await page.waitForURL(home);
  await assertWhole(page);
  const here = page.url();
  const fill = async (answer) => {
    await page.goto(here);
    await page.locator('main a[href*="/e-mailadres/"]').click();
    await page.locator(`#residents-${answer}`).check();
    await field(page, 'email').fill('anna.nieuw@bewoners.test');
    await page.locator('main form button[type=submit]:not([name])').click();
  };
  // Law 7: new residents are a tenant change, with the address carried over.
  await fill('new');
  await page.waitForSelector('form[action="/service/mutaties/nieuw/"]');
  await assertWhole(page);
  assert.equal(await field(page, 'email').inputValue(), 'anna.nieuw@bewoners.test');

  // Law 8: it is proposed, and who proposed it cannot approve it.
  await fill('same');
  await page.waitForSelector('#decide-title');
  await assertWhole(page);
  await page.locator('.hs-decide button[type=submit]').click();
  await page.waitForURL(/told=proposed/);
  await assertWhole(page);
  await page.locator('main a[href*="/service/voorstellen/"]').click();
  await page.waitForURL(/voorstellen\/[0-9a-f-]{36}\//);
  await assertWhole(page);
  assert.equal(await page.locator('input[name=hash]').count(), 0);
  await page.locator('main form button[type=submit]').click();
  await page.waitForURL(/told=withdrawn/);
  await assertWhole(page);
  await page.goto('/service/voorstellen/');
  await assertWhole(page);
  assert.equal(await page.locator('main tbody tr').count(), 1);
});

test('without JavaScript Enter finds a home, and a project lead finds one in the project', async () => {
  const page = await signedIn(CLERK, { javascript: false });
  await page.goto(USERS);
  await field(page, 'q').fill('ALMELO13');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=ALMELO13/);
  assert.equal(await rows(page).count(), 1);
  const lead = await signedIn(LEAD);
  assert.equal((await lead.goto(USERS)).status(), 403);
  await lead.goto('/service/woningen/?project=de-linde/lindehof');
  await lead.locator('main tbody th a').first().click();
  await lead.waitForURL(home);
  await assertWhole(lead);
});

everyView(test, 'the pages of users', async (view) => {
  const page = await signedIn(CLERK, view);
  const look = async (name, more = {}) => {
    await assertWhole(page, { ...view, ...more });
    await picture(page, `users-${name}-${view.lang}-${view.scheme}-${view.width}`);
  };
  await page.goto(USERS);
  await look('start');
  await page.goto(`${USERS}?q=lindelaan`);
  await look('found');
  await page.goto(`${USERS}?q=nergens`);
  await look('none');
  await page.goto(`${USERS}?q=ALMELO07`);
  await rows(page).first().locator('a').click();
  await page.waitForURL(home);
  await look('home');
  const here = page.url();
  await page.locator('main a[href*="/intrekken/"]').click();
  await page.waitForURL(/\/intrekken\//);
  await look('revoke');
  await page.goto(here);
  await page.locator('main a[href*="/e-mailadres/"]').click();
  await page.waitForURL(linkForm);
  await look('link');
  await submit(page).click();
  await summaryTakesFocus(page);
  await look('link-refused', { fault: true });
  await page.locator('#residents-same').check();
  await field(page, 'email').fill('anna.devries@bewoners.test');
  await submit(page).click();
  await page.waitForSelector('#decide-title');
  await look('link-confirm');
  await page.goBack();
  await page.locator('#residents-new').check();
  await submit(page).click();
  await page.waitForSelector('form[action="/service/mutaties/nieuw/"]');
  await look('link-new');
});
