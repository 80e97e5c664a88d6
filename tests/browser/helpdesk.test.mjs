// An hour at the help desk: an account found by its whole name, where its mail is, a caller who proves to be the owner, and one who is
// not. By mouse and by keyboard.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { everyView, openHouse, picture } from './harness.mjs';
import { SUPPORT, staffSignedIn } from './lib/staff.mjs';
import { KEYBOARD, MOUSE, assertWhole, field, refused, signIn, submit, summaryTakesFocus } from './lib/steps.mjs';

const DESK = '/support/';
const SEARCH = '/support/zoeken/';
const OWNER = ['ALMELO01', 'bakker tekent groene fietsen'];
const house = await openHouse();
after(() => house.close());

/// Finds the account, by way of a name that nobody has.
async function finds(way, page) {
  await page.goto(SEARCH);
  await way.fill(page, field(page, 'key'), 'ALMELO99');
  await way.press(page, submit(page));
  await summaryTakesFocus(page);
  await assertWhole(page, { fault: true });
  await way.fill(page, field(page, 'key'), OWNER[0].toLowerCase());
  await way.press(page, submit(page));
  await page.waitForURL(/\/support\/woning\//);
  await assertWhole(page);
  return page.url();
}

/// Opens a case for a caller; the number to read out, and the link of the mail that asks the owner.
async function opens(way, page, account) {
  const asks = (mail) => mail.links.some((link) => link.includes('/belcontrole/'));
  const before = (await house.mails()).filter(asks).length;
  await page.goto(account);
  await field(page, 'kind').selectOption('phone');
  await field(page, 'deed').selectOption('end-sessions');
  await way.press(page, page.locator('form[action$="/zaak/"] button[type=submit]'));
  await page.waitForURL(/\/support\/zaken\/[\w-]{36}\/$/);
  await assertWhole(page);
  const number = (await page.locator('.hs-codes--one li').innerText()).trim();
  const mail = await house.mailsUntil((mails) => mails.filter(asks).length > before && mails.find(asks));
  return { number, link: mail.links.find((link) => link.includes('/belcontrole/')) };
}

async function aCaller(way) {
  const resident = await house.newPage();
  await signIn(resident, ...OWNER, way);
  await resident.waitForURL(`${house.url}/`);
  const support = await staffSignedIn(house, SUPPORT, {}, way);
  const account = await finds(way, support);
  await way.press(support, support.locator('main a[href^="/support/post/"]'));
  await support.waitForURL(/\/support\/post\//);
  await assertWhole(support);

  const { number, link } = await opens(way, support, account);
  const owner = await house.newPage();
  await owner.goto(link);
  await assertWhole(owner);
  await way.fill(owner, field(owner, 'number'), number === '11' ? '12' : '11');
  await way.press(owner, submit(owner));
  await refused(owner, {});
  await assertWhole(owner, { fault: true });
  await way.fill(owner, field(owner, 'number'), number);
  await way.press(owner, submit(owner));
  await owner.waitForURL(/\/belcontrole\/klaar\/$/);
  await assertWhole(owner);

  // The page of the case turns green by itself.
  const does = support.locator('form:has(input[name="act"][value="do"]) button');
  await does.waitFor();
  await assertWhole(support);
  await way.press(support, does);
  await does.waitFor({ state: 'detached' });
  await resident.goto('/woning/');
  assert.match(resident.url(), /\/login\//, 'signed out on all devices');
}

test('a caller proves to be the owner, by mouse', () => aCaller(MOUSE));
test('a caller proves to be the owner, by keyboard only', () => aCaller(KEYBOARD));

test('somebody who is not the caller says so, and nothing is done', async () => {
  const support = await staffSignedIn(house, SUPPORT);
  const { link } = await opens(MOUSE, support, await finds(MOUSE, support));
  const owner = await house.newPage();
  await owner.goto(link);
  await owner.locator('form:has(input[value="no"]) button').click();
  await refused(owner, {});
  await owner.locator('#sure').check();
  await owner.locator('form:has(input[value="no"]) button').click();
  await owner.waitForURL(/\/belcontrole\/gemeld\/$/);
  await assertWhole(owner);
  // The page of the case looks by itself.
  await support.locator('.hs-codes--one').waitFor({ state: 'detached' });
  assert.equal(await support.locator('form:has(input[name="act"][value="do"])').count(), 0);
  await assertWhole(support);
});

everyView(test, 'the pages of the help desk', async (view) => {
  const support = await staffSignedIn(house, SUPPORT, view);
  for (const [at, path] of [DESK, SEARCH, '/support/zaken/', '/support/teksten/', '/support/koppelverzoeken/'].entries()) {
    const answer = await support.goto(path);
    assert.equal(answer.status(), 200, path);
    await assertWhole(support, view);
    await picture(support, `helpdesk-${at}-${view.lang}-${view.scheme}-${view.width}`);
  }
});
