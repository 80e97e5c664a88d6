// Every page that anybody can open: whole and quiet in every view, and there without JavaScript.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { everyView, openHouse } from './harness.mjs';
import { assertWhole } from './lib/steps.mjs';

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
    for (const field of fields) assert.equal(await page.locator(`[name="${field}"]`).count(), 1, field);
    await assertWhole(page, view);
  });

  test(`${name} without JavaScript`, async () => {
    const page = await house.newPage({ javascript: false });
    const answer = await page.goto(path);
    assert.equal(answer.status(), status);
    for (const field of fields) assert.ok(await page.locator(`[name="${field}"]`).isVisible(), field);
    page.assertQuiet();
  });
}

test('every page has a title of its own', async () => {
  const page = await house.newPage();
  const titles = [];
  for (const { path } of PAGES) {
    await page.goto(path);
    titles.push(await page.title());
  }
  assert.equal(new Set(titles).size, PAGES.length, titles.join(' | '));
});
