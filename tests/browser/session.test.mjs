// Nobody is signed out without a word: staff are warned three minutes before, can go on with one press, and lose nothing when they
// were too late. Residents have 14 days; nobody presses them.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { everyView, openHouse, picture } from './harness.mjs';
import { ORG_ADMIN, staffSignedIn } from './lib/staff.mjs';
import { assertWhole, codeOf, field, signIn, submit } from './lib/steps.mjs';

const FORM = '/service/collegas/nieuw/';
const house = await openHouse();
after(() => house.close());

const dialog = (page, kind) => page.locator(`dialog[data-ending-kind=${kind}]`);

/// Somebody with a half-filled form, on a page whose clock can be moved.
async function atWork(view = {}) {
  const page = await staffSignedIn(house, ORG_ADMIN, view);
  await page.clock.install();
  await page.goto(FORM);
  await field(page, 'email').fill('nieuw@delinde.test');
  return page;
}

/// So many minutes pass, here and in the house.
async function passes(page, minutes) {
  await house.clockForward(`${minutes}m`);
  await page.clock.fastForward(minutes * 60_000 + 6_000);
}

everyView(test, 'staff are warned, and go on with one press', async (view) => {
  const page = await atWork(view);
  await passes(page, 20);
  assert.ok(!(await dialog(page, 'idle').isVisible()), 'not too soon');
  await passes(page, 7);
  await dialog(page, 'idle').waitFor();
  assert.ok(await page.locator('[data-ending-stay]').evaluate((button) => button === document.activeElement), 'the button has the focus');
  await assertWhole(page, view);
  await picture(page, `ending-${view.lang}-${view.scheme}-${view.width}`);
  await page.keyboard.press('Enter');
  await dialog(page, 'idle').waitFor({ state: 'hidden' });
  await passes(page, 25);
  assert.ok(!(await dialog(page, 'idle').isVisible()));
  assert.equal(await field(page, 'email').inputValue(), 'nieuw@delinde.test');
  assert.equal((await page.request.get('/service/collegas/', { maxRedirects: 0 })).status(), 200, 'still signed in');
});

test('Escape goes on too, and what is done in another window counts', async () => {
  const page = await atWork();
  await passes(page, 27);
  await dialog(page, 'idle').waitFor();
  await page.keyboard.press('Escape');
  await dialog(page, 'idle').waitFor({ state: 'hidden' });
  await passes(page, 27);
  await dialog(page, 'idle').waitFor();
  const other = await page.context().newPage();
  await other.goto('/service/collegas/');
  await dialog(page, 'idle').waitFor({ state: 'hidden' });
});

test('who was too late signs in in a new window and goes on where they were', async () => {
  const page = await atWork();
  await passes(page, 31);
  await dialog(page, 'over').waitFor();
  await assertWhole(page);
  const opened = page.context().waitForEvent('page');
  await dialog(page, 'over').locator('a').click();
  const other = await opened;
  await signIn(other, ...ORG_ADMIN);
  await other.waitForURL(/second-factor/);
  await house.clockForward('1m');
  await field(other, 'code').fill(await codeOf(house, ORG_ADMIN[0]));
  await submit(other).click();
  await other.waitForURL(`${house.url}/`);
  await dialog(page, 'over').waitFor({ state: 'hidden' });
  await page.bringToFront();
  assert.equal(await field(page, 'email').inputValue(), 'nieuw@delinde.test');
  await page.locator('input[name=role][value=clerk]').check();
  await submit(page).click();
  await page.waitForURL(/told=invited/);
});

test('at the end of the day the press goes on no longer, and that is said before', async () => {
  const page = await staffSignedIn(house, ORG_ADMIN);
  await page.clock.install();
  // Twelve hours, in steps in which nobody is idle.
  for (let step = 0; step < 29; step += 1) {
    await house.clockForward('24m');
    await page.goto('/service/collegas/');
  }
  await page.goto(FORM);
  await passes(page, 20);
  await dialog(page, 'whole').waitFor();
  await assertWhole(page);
  await dialog(page, 'whole').locator('button').click();
  await passes(page, 4);
  await dialog(page, 'over').waitFor();
});

test('residents are not warned: they have fourteen days', async () => {
  const page = await house.newPage();
  await signIn(page, 'ALMELO01', 'bakker tekent groene fietsen');
  await page.waitForURL(`${house.url}/`);
  assert.equal(await page.locator('[data-ending]').count(), 0);
  await house.clockForward('13d');
  await page.reload();
  assert.equal(new URL(page.url()).pathname, '/');
});
