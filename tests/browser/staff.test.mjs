// Staff: a second step, the dead letters for who may see them, and the way out.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { everyView, openHouse } from './harness.mjs';
import { ADMIN, CLERK, staffSignedIn } from './lib/staff.mjs';
import { KEYBOARD, assertWhole, codeOf, field, signIn, submit, summaryTakesFocus } from './lib/steps.mjs';

const house = await openHouse();
after(() => house.close());

test('a wrong code is refused at its field, and half signed in is not signed in', async () => {
  const page = await house.newPage({ width: 320 });
  await signIn(page, ...CLERK);
  await page.waitForURL(/second-factor/);
  await assertWhole(page);
  const right = await codeOf(house, CLERK[0]);
  await field(page, 'code').fill(right === '000000' ? '111111' : '000000');
  await submit(page).click();
  await page.waitForSelector('#code-error');
  await summaryTakesFocus(page);
  await assertWhole(page, { fault: true });
  await page.goto('/');
  assert.match(page.url(), /\/login\//);
});

test('an operator admin tries a dead letter again, by keyboard, and signs out', async () => {
  const page = await staffSignedIn(house, ADMIN, {}, KEYBOARD);
  await assertWhole(page);
  await KEYBOARD.press(page, page.locator('main a[href="/beheer/post/"]'));
  await page.waitForURL(/\/beheer\/post\/$/);
  const rows = await page.locator('tbody tr').count();
  assert.ok(rows >= 1, 'the demo has a dead letter');
  assert.doesNotMatch(await page.textContent('main'), /verhuisd@oudadres\.test/, 'addresses are masked');
  await KEYBOARD.press(page, page.locator('tbody button').first());
  await page.waitForURL(/told=yes/);
  await assertWhole(page);
  await page.goto('/');
  await page.locator('form[action="/logout/"] button').click();
  await page.waitForURL(/after=leaving/);
  await page.goto('/beheer/post/');
  assert.match(page.url(), /\/login\//);
});

test('a clerk has no dead letters', async () => {
  const page = await staffSignedIn(house, CLERK);
  assert.equal(await page.locator('a[href="/beheer/post/"]').count(), 0);
  const answer = await page.goto('/beheer/post/');
  assert.equal(answer.status(), 403);
  await assertWhole(page);
});

everyView(test, 'the dead letters', async (view) => {
  const page = await staffSignedIn(house, ADMIN, view);
  await page.goto('/beheer/post/');
  await assertWhole(page, view);
});
