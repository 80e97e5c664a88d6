// A tenant change: a clerk plans who leaves and who comes, sees before what will end, takes another day and calls it off; by
// mouse and by keyboard through the same steps. Whoever is put out is out at the next click.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { openHouse, picture } from './harness.mjs';
import { CLERK, staffSignedIn } from './lib/staff.mjs';
import { KEYBOARD, MOUSE, assertWhole, field, signIn, submit, summaryTakesFocus, tabTo } from './lib/steps.mjs';

const house = await openHouse();
after(() => house.close());

/// Days to come whose number is that of their month: a browser asks for day and month in the order of its own language.
const DAYS = Array.from({ length: 365 }, (_, ahead) => new Date(Date.now() + (ahead + 2) * 86_400_000).toISOString().slice(0, 10))
  .filter((iso) => iso.slice(5, 7) === iso.slice(8, 10));

/// A field of a day has three parts for the keyboard.
async function fillDay(page, way, input, iso) {
  if (way === MOUSE) return input.fill(iso);
  await tabTo(page, input);
  await page.keyboard.type(`${iso.slice(8, 10)}${iso.slice(5, 7)}${iso.slice(0, 4)}`);
  return assert.equal(await input.inputValue(), iso);
}

/// From the homes of a project to the form of a home.
async function chooseHome(page, way, street) {
  await way.press(page, page.locator('main a[href="/service/projecten/"]'));
  await way.press(page, page.locator('main tbody th a[href$="/lindehof/"]'));
  await way.press(page, page.locator('.hs-tabs a[href^="/service/woningen/"]'));
  await page.waitForURL(/woningen/);
  await way.fill(page, field(page, 'q'), street);
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=/);
  const row = page.locator('main tbody tr').filter({ hasText: new RegExp(`${street}(?!\\d)`) });
  await way.press(page, row.locator('a[href^="/service/mutaties/nieuw/"]'));
  await page.waitForURL(/mutaties\/nieuw/);
  await assertWhole(page);
}

async function journey(way, { street, address, guide = async () => {} }) {
  const page = await staffSignedIn(house, CLERK, {}, way);
  await chooseHome(page, way, street);
  await guide(page, 'change-form');
  await way.press(page, submit(page));
  await summaryTakesFocus(page);
  await assertWhole(page, { fault: true });

  await way.choose(page, page.locator('#kind-new-tenant'));
  await fillDay(page, way, field(page, 'last'), DAYS[0]);
  await way.fill(page, field(page, 'email'), address);
  await way.press(page, submit(page));
  await page.waitForSelector('#ends-title');
  await assertWhole(page);
  await guide(page, 'change-preview');
  assert.ok((await page.textContent('main')).includes(address));
  await way.press(page, submit(page));
  await page.waitForURL(/told=planned/);
  await assertWhole(page);
  await guide(page, 'changes');
  const planned = page.locator('[aria-labelledby=planned-title] tbody tr').filter({ hasText: new RegExp(`${street}(?!\\d)`) });
  assert.equal(await planned.count(), 1);

  // Another day; what was typed is still there.
  await way.press(page, planned.locator('a[href*="?change="]'));
  await page.waitForURL(/change=/);
  assert.equal(await field(page, 'email').inputValue(), address);
  assert.equal(await field(page, 'last').inputValue(), DAYS[0]);
  await fillDay(page, way, field(page, 'last'), DAYS[1]);
  await fillDay(page, way, field(page, 'first'), DAYS[2]);
  await way.press(page, submit(page));
  await page.waitForSelector('#ends-title');
  await way.press(page, submit(page));
  await page.waitForURL(/told=planned/);

  await way.press(page, planned.locator('button[type=submit]'));
  await page.waitForURL(/told=cancelled/);
  await assertWhole(page);
  assert.equal(await planned.count(), 0);
}

const guide = (page, name) => picture(page, `service-${name}-nl-light-1280`);

test('a clerk plans a change, takes another day and calls it off, by mouse', () =>
  journey(MOUSE, { street: 'Lindelaan 10', address: 'nieuw.tien@bewoners.test', guide }));
test('a clerk plans a change, takes another day and calls it off, by keyboard only', () =>
  journey(KEYBOARD, { street: 'Lindelaan 12', address: 'nieuw.twaalf@bewoners.test' }));

test('whoever is put out is out at the next click', async () => {
  const resident = await house.newPage();
  await signIn(resident, 'ALMELO01', 'bakker tekent groene fietsen');
  await resident.waitForURL(`${house.url}/`);
  const page = await staffSignedIn(house, CLERK);
  await page.goto('/');
  await chooseHome(page, MOUSE, 'Lindelaan 2');
  await page.locator('#kind-eviction').check();
  await submit(page).click();
  await page.waitForSelector('#ends-title');
  await submit(page).click();
  await page.waitForURL(/told=done/);
  await assertWhole(page);
  await resident.reload();
  await resident.waitForURL(/\/login\//);
  await signIn(resident, 'ALMELO01', 'bakker tekent groene fietsen');
  await resident.waitForSelector('.hs-summary');
  // Nobody lives there now, so somebody may come.
  await page.goto('/');
  await chooseHome(page, MOUSE, 'Lindelaan 2');
  assert.ok(await page.locator('#kind-arrival').isChecked());
  assert.equal(await field(page, 'last').count(), 0);
});
