// How long what is kept is kept: the table, a term of a client, a hold; and whose data an incident touches. By mouse and by keyboard.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { everyView, openHouse, picture } from './harness.mjs';
import { ADMIN, staffSignedIn } from './lib/staff.mjs';
import { KEYBOARD, MOUSE, assertWhole, field, summaryTakesFocus } from './lib/steps.mjs';

const TERMS = '/beheer/bewaartermijnen/';
const house = await openHouse();
after(() => house.close());

const form = (page, action) => page.locator(`form[action="${TERMS}${action}/"]`);
const press = (way, page, action) => way.press(page, form(page, action).locator('button[type="submit"]'));

/// A term is changed and a home is held, after a mistake in each form.
async function keeps(way, days) {
  const page = await staffSignedIn(house, ADMIN, {}, way);
  await page.goto(TERMS);
  await assertWhole(page);
  await way.press(page, page.locator('button[name="tellen"]'));
  await page.waitForURL(/tellen=1/);
  await assertWhole(page);
  await page.goto(TERMS);
  await field(page, 'client').selectOption('de-linde');
  await field(page, 'class').selectOption('household');
  await way.fill(page, field(page, 'days'), '5');
  await press(way, page, 'termijn');
  await summaryTakesFocus(page);
  await assertWhole(page, { fault: true });
  await way.fill(page, field(page, 'days'), days);
  await press(way, page, 'termijn');
  await page.waitForURL(/told=term/);
  await assertWhole(page);
  assert.match(await page.textContent('main'), new RegExp(`${days} dagen`));

  await field(page, 'hold_client').selectOption('de-linde');
  await way.fill(page, field(page, 'username'), 'NIEMAND99');
  await field(page, 'why').selectOption('dispute');
  await press(way, page, 'bewaarplicht');
  await summaryTakesFocus(page);
  await assertWhole(page, { fault: true });
  await way.fill(page, field(page, 'username'), '');
  await press(way, page, 'bewaarplicht');
  await page.waitForURL(/told=held/);
  await assertWhole(page);
  await way.press(page, page.locator('form[action$="/beeindigen/"] button').first());
  await page.waitForURL(/told=ended/);
  await assertWhole(page);
}

test('a term is changed and a client is held, by mouse', () => keeps(MOUSE, '365'));
test('a term is changed and a client is held, by keyboard only', () => keeps(KEYBOARD, '400'));

test('an incident is counted and its message drafted', async () => {
  const page = await staffSignedIn(house, ADMIN);
  await page.goto('/beheer/incident/');
  await assertWhole(page);
  await page.locator('main form button[type="submit"]').click();
  await summaryTakesFocus(page);
  await assertWhole(page, { fault: true });
  await field(page, 'client').selectOption('de-linde');
  await field(page, 'from').fill('1-1-2020');
  await field(page, 'until').fill('31-12-2030');
  await field(page, 'what').selectOption('lost');
  await page.locator('main form button[type="submit"]').click();
  await page.locator('#mail-nl').waitFor();
  await assertWhole(page);
  assert.match(await page.locator('#mail-nl').inputValue(), /72 uur/);
  assert.match(await page.locator('#mail-en').inputValue(), /72 hours/);
});

everyView(test, 'the pages of terms and of an incident', async (view) => {
  const page = await staffSignedIn(house, ADMIN, view);
  const pages = [TERMS, `${TERMS}?tellen=1`, '/beheer/incident/'];
  for (const path of pages) {
    const answer = await page.goto(path);
    assert.equal(answer.status(), 200, path);
    await assertWhole(page, view);
    await picture(page, `retention-${pages.indexOf(path)}-${view.lang}-${view.scheme}-${view.width}`);
  }
});
