// Every page that anybody can open: accessible, within its width, quiet, in every view; and a picture of each.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { assertAccessible, assertFits, everyView, openHouse, picture } from './harness.mjs';

const house = await openHouse();
after(() => house.close());

const PAGES = [
  { name: 'sign-in', path: '/login/', status: 200, fields: ['username', 'password'] },
  { name: 'reset', path: '/login/accounts/pass/reset/', status: 200, fields: ['username'] },
  { name: 'reset-dead-link', path: `/login/accounts/pass/reset/${'x'.repeat(43)}/`, status: 410, fields: ['username'] },
  { name: 'names', path: '/login/accounts/name/', status: 200, fields: ['email'] },
  { name: 'not-found', path: '/bestaat-niet/', status: 404, fields: [] },
];

for (const { name, path, status, fields } of PAGES) {
  everyView(test, name, async (view) => {
    const page = await house.newPage(view);
    const answer = await page.goto(path);
    assert.equal(answer.status(), status);
    assert.equal(await page.getAttribute('html', 'lang'), view.lang);
    for (const field of fields) assert.equal(await page.locator(`[name="${field}"]`).count(), 1, field);
    await assertAccessible(page);
    await assertFits(page);
    await picture(page, `${name}-${view.lang}-${view.scheme}-${view.width}`);
    page.assertQuiet();
  });

  test(`${name} without JavaScript`, async () => {
    const page = await house.newPage({ javascript: false });
    const answer = await page.goto(path);
    assert.equal(answer.status(), status);
    for (const field of fields) assert.ok(await page.locator(`[name="${field}"]`).isVisible(), field);
    page.assertQuiet();
  });
}
