// Homes and second accounts by hand, and one act for many homes: by mouse and by keyboard through the same steps.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { everyView, openHouse, picture } from './harness.mjs';
import { CLERK, LEAD, staffSignedIn } from './lib/staff.mjs';
import { KEYBOARD, MOUSE, assertWhole, field, submit, summaryTakesFocus } from './lib/steps.mjs';

const PROJECT = 'de-linde/lindehof';
const HOMES = `/service/woningen/?project=${PROJECT}`;

const house = await openHouse();
after(() => house.close());

const signedIn = (who, view = {}) => staffSignedIn(house, who, view);

const home = /\/service\/woningen\/[0-9a-f-]{36}\//;

/// A home is refused, added, called otherwise, gets a second account, and that ends.
async function day(page, way, number) {
  await page.goto(HOMES);
  await way.press(page, page.locator('main a[href*="/woningen/nieuw/"]'));
  await page.waitForURL(/\/woningen\/nieuw\//);
  await assertWhole(page);
  await way.press(page, submit(page));
  await summaryTakesFocus(page);
  await assertWhole(page, { fault: true });
  await way.fill(page, field(page, 'client-number'), number);
  await way.fill(page, field(page, 'street'), 'Beukenpad');
  await way.fill(page, field(page, 'house-number'), '12');
  await way.fill(page, field(page, 'postcode'), 'geen');
  await way.press(page, submit(page));
  await summaryTakesFocus(page);
  await assertWhole(page, { fault: true });
  assert.equal(await field(page, 'street').inputValue(), 'Beukenpad', 'what was typed stays');
  await way.fill(page, field(page, 'postcode'), '');
  await way.press(page, submit(page));
  await page.waitForURL(/told=added/);
  await assertWhole(page);

  await way.press(page, page.locator('main a[href$="/wijzigen/"]'));
  await page.waitForURL(/\/wijzigen\//);
  await assertWhole(page);
  await way.fill(page, field(page, 'house-number'), '14');
  await way.press(page, submit(page));
  await page.waitForSelector('#decide-title');
  await assertWhole(page);
  await way.press(page, page.locator('.hs-decide button[type=submit]'));
  await page.waitForURL(/told=edited/);
  await assertWhole(page);
  assert.match(await page.textContent('h1'), /Beukenpad 14/);

  await way.press(page, page.locator('main a[href$="/accounts/nieuw/"]'));
  await page.waitForURL(/\/accounts\/nieuw\//);
  await assertWhole(page);
  await way.press(page, submit(page));
  await page.waitForURL(/told=account-added/);
  await assertWhole(page);
  await way.press(page, page.locator('main a[href$="/beeindigen/"]'));
  await page.waitForURL(/\/beeindigen\//);
  await assertWhole(page);
  await way.press(page, submit(page));
  await page.waitForURL(/told=account-ended/);
  await assertWhole(page);
  assert.match(await page.textContent('main'), /Dit account is beëindigd/);
}

test('a clerk adds a home and a second account, by mouse', async () => {
  await day(await signedIn(CLERK), MOUSE, 'H-9001');
});

test('a clerk adds a home and a second account, by keyboard only', async () => {
  await day(await signedIn(CLERK), KEYBOARD, 'H-9002');
});

test('a home that is there is refused with the way to it', async () => {
  const page = await signedIn(LEAD);
  await page.goto(HOMES);
  const number = (await page.locator('main tbody td').first().textContent()).trim();
  await page.goto(`/service/woningen/nieuw/?project=${PROJECT}`);
  await field(page, 'client-number').fill(number);
  await submit(page).click();
  await summaryTakesFocus(page);
  await assertWhole(page, { fault: true });
  await page.locator('main p a[href^="/service/woningen/"]').first().click();
  await page.waitForURL(home);
  await assertWhole(page);
});

/// Ticks the first two homes of a work list and ends all their access.
async function many(page, way) {
  await page.goto(`/service/werklijst/?project=${PROJECT}&list=no-address`);
  await assertWhole(page);
  await way.tick(page, page.locator('#home-1'));
  await way.tick(page, page.locator('#home-2'));
  await page.locator('#act').selectOption('revoke');
  await way.press(page, page.locator('button[formaction$="/tegelijk/"][value=ticked]'));
  await page.waitForURL(/\/tegelijk\//);
  await assertWhole(page);
  assert.equal(await page.locator('main tbody tr').count(), 2);
  await way.press(page, submit(page));
  await page.waitForURL(/many=revoke/);
  await assertWhole(page);
  assert.match(await page.textContent('main'), /Alle toegang van 2 woningen is ingetrokken/);
}

test('one act for many homes, by mouse', async () => many(await signedIn(CLERK), MOUSE));
test('one act for many homes, by keyboard', async () => many(await signedIn(CLERK), KEYBOARD));

test('what a search found is ticked too, without JavaScript', async () => {
  const page = await signedIn(CLERK, { javascript: false });
  await page.goto(`/service/gebruikers/?project=${PROJECT}&list=no-address`);
  await page.locator('#home-1').check();
  await page.locator('#act').selectOption('told');
  await page.locator('button[value=ticked]').click();
  await page.waitForURL(/\/werklijst\/verstrekt\//);
  await page.goto(`/service/gebruikers/?project=${PROJECT}&list=no-address`);
  await page.locator('button[value=ticked]').click();
  await page.waitForURL(/told=nothing|verstrekt/);
});

everyView(test, 'the pages of homes by hand', async (view) => {
  const page = await signedIn(CLERK, view);
  const look = async (name, more = {}) => {
    await assertWhole(page, { ...view, ...more });
    await picture(page, `homes-${name}-${view.lang}-${view.scheme}-${view.width}`);
  };
  await page.goto(`/service/woningen/nieuw/?project=${PROJECT}`);
  await look('new');
  await submit(page).click();
  await summaryTakesFocus(page);
  await look('refused', { fault: true });
  await page.goto('/service/gebruikers/?q=ALMELO07');
  await look('found');
  await page.locator('#found tbody th a').first().click();
  await page.waitForURL(home);
  const here = page.url();
  await page.locator('main a[href$="/wijzigen/"]').click();
  await page.waitForURL(/\/wijzigen\//);
  await look('edit');
  await field(page, 'build-number').fill('B7');
  await submit(page).click();
  await page.waitForSelector('#decide-title');
  await look('change');
  await page.goto(here);
  await page.locator('main a[href$="/accounts/nieuw/"]').click();
  await page.waitForURL(/\/accounts\/nieuw\//);
  await look('account');
  await page.goto(`/service/werklijst/?project=${PROJECT}&list=no-address`);
  await look('ticks');
  await page.locator('#home-1').check();
  await page.locator('#act').selectOption('remove');
  await page.locator('button[formaction$="/tegelijk/"][value=ticked]').click();
  await page.waitForURL(/\/tegelijk\//);
  await look('many');
});
