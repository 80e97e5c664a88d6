// The people who work with it: an admin invites a colleague, gives another role, ends an account and goes over the rights, by
// mouse and by keyboard; the operator's own pages, and keys for programs; and the log, in which all of it stands.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { everyView, openHouse, picture } from './harness.mjs';
import { ADMIN, AUDITOR, CLERK, ORG_ADMIN, staffSignedIn } from './lib/staff.mjs';
import { KEYBOARD, MOUSE, assertWhole, field, submit, summaryTakesFocus, tabTo } from './lib/steps.mjs';

const TEAM = '/service/collegas/';
const KEYS = '/beheer/sleutels/';
const house = await openHouse();
after(() => house.close());

const row = (page, email) => page.locator('main table').first().locator('tbody tr').filter({ hasText: email });
const guide = (page, name) => picture(page, `${name}-nl-light-1280`);

/// Invited, made an admin, and ended before the invitation was accepted.
async function comesAndGoes(way, email) {
  const page = await staffSignedIn(house, ORG_ADMIN, {}, way);
  await way.press(page, page.locator(`header a[href="${TEAM}"]`));
  await page.waitForURL(`**${TEAM}`);
  await assertWhole(page);
  await way.press(page, page.locator(`main a[href="${TEAM}nieuw/"]`));
  await page.waitForURL(/nieuw/);
  await way.fill(page, field(page, 'email'), 'administratie@delinde.test');
  await way.choose(page, page.locator('input[name=role][value=clerk]'));
  await way.press(page, submit(page));
  await summaryTakesFocus(page);
  await assertWhole(page, { fault: true });
  await way.fill(page, field(page, 'email'), email);
  await way.press(page, submit(page));
  await page.waitForURL(/told=/);
  await assertWhole(page);
  await house.mailsUntil((mails) => mails.some((mail) => mail.to === email));
  await way.press(page, row(page, email).locator('form[action$="/rol/"] button'));
  await page.waitForURL(/told=role/);
  await way.press(page, row(page, email).locator('a[href$="/beeindigen/"]'));
  await page.waitForURL(/beeindigen/);
  await assertWhole(page);
  await way.press(page, submit(page));
  await page.waitForURL(/told=withdrawn/);
  await assertWhole(page);
  assert.equal(await row(page, email).count(), 0);
  return page;
}

test('an admin invites a colleague and withdraws it, by mouse', () => comesAndGoes(MOUSE, 'kees@delinde.test'));
test('an admin invites a colleague and withdraws it, by keyboard only', () => comesAndGoes(KEYBOARD, 'petra@delinde.test'));

test('the rights are gone over, and whoever goes is out at the next click', async () => {
  const clerk = await staffSignedIn(house, CLERK);
  const page = await staffSignedIn(house, ORG_ADMIN);
  const answer = async () => {
    for (const email of ['mila@delinde.test', CLERK[0]]) {
      const said = email === CLERK[0] ? 'ends' : 'stays';
      await row(page, email).locator(`input[value=${said}]`).check();
    }
  };
  await page.goto(`${TEAM}nalopen/`);
  await answer();
  await guide(page, 'colleagues-review');
  await page.goto(`${TEAM}nalopen/`);
  await submit(page).click();
  await summaryTakesFocus(page);
  await assertWhole(page, { fault: true });
  await page.locator('.hs-summary a').click();
  assert.equal(await page.evaluate(() => document.activeElement.type), 'radio', 'the summary leads to what is wanting');
  await answer();
  await submit(page).click();
  await assertWhole(page);
  assert.ok((await page.textContent('main')).includes(CLERK[0]), 'who goes is shown before');
  await submit(page).click();
  await page.waitForURL(/told=/);
  await assertWhole(page);
  await guide(page, 'colleagues');
  await clerk.reload();
  await clerk.waitForURL(/\/login\//);
});

test('an operator admin adds a client and a project, freezes it and lets it go on', async () => {
  const page = await staffSignedIn(house, ADMIN);
  await page.goto('/beheer/nieuwe-opdrachtgever/');
  await field(page, 'name').fill('Woonstichting Het Veer');
  await field(page, 'slug').fill('het-veer');
  await submit(page).click();
  await page.waitForURL(/told=added/);
  await assertWhole(page);
  await page.locator('main a[href="/beheer/opdrachtgevers/het-veer/"]').click();
  await page.waitForURL(/het-veer/);
  await assertWhole(page);
  await page.locator('main a[href$="/bevriezen/"]').click();
  await page.waitForURL(/bevriezen/);
  await assertWhole(page);
  await submit(page).click();
  await page.waitForURL(/told=frozen/);
  await assertWhole(page);
  await page.locator('form[action$="/vrijgeven/"] button').click();
  await page.waitForURL(/told=released/);
  await assertWhole(page);
  await page.goto('/service/logboek/');
  await assertWhole(page);
  assert.match(await page.textContent('main'), /Bevroor een opdrachtgever/);
});

/// A key is made, seen once, opens what it is for, and is revoked; its program is out at the next request.
async function keyComesAndGoes(way, name) {
  const page = await staffSignedIn(house, ADMIN, {}, way);
  await page.goto(KEYS);
  await assertWhole(page);
  await way.press(page, page.locator(`main a[href="${KEYS}nieuw/"]`));
  await page.waitForURL(/nieuw/);
  await assertWhole(page);
  await way.press(page, submit(page));
  await summaryTakesFocus(page);
  await assertWhole(page, { fault: true });
  await chooseClient(page, way);
  await way.fill(page, field(page, 'name'), name);
  await way.tick(page, field(page, 'scope-homes-read'));
  await way.tick(page, field(page, 'scope-homes-write'));
  await way.fill(page, field(page, 'last'), await page.evaluate(() => new Date(Date.now() + 30 * 86400000).toISOString().slice(0, 10)));
  await way.press(page, submit(page));
  await page.locator('#key').waitFor();
  await assertWhole(page);
  const key = (await page.textContent('#key')).trim();
  assert.match(key, /^hs_live_[\w-]{43}[0-9a-f]{8}$/);
  const ask = () => fetch(`${house.url}/api/v1/projects`, { headers: { Authorization: `Bearer ${key}` } });
  assert.equal((await ask()).status, 200);
  await way.press(page, page.locator(`main a[href="${KEYS}"]`).last());
  await page.waitForURL(`**${KEYS}`);
  await assertWhole(page);
  assert.ok(!(await page.content()).includes('hs_live_'), 'it was seen once');
  await way.press(page, row(page, name).locator('button'));
  await page.waitForURL(/told=revoked/);
  await assertWhole(page);
  assert.equal(await row(page, name).locator('button').count(), 0, 'what is revoked stays so');
  assert.equal((await ask()).status, 401);
}

/// By keyboard the list is open as long as it has the focus: the first letters of a name choose it.
async function chooseClient(page, way) {
  if (way === MOUSE) return field(page, 'client').selectOption('de-linde');
  const name = await page.locator('#client option[value="de-linde"]').textContent();
  await tabTo(page, field(page, 'client'));
  await page.keyboard.type(name);
  return assert.equal(await field(page, 'client').inputValue(), 'de-linde');
}

test('a key is made, seen once and revoked, by mouse', () => keyComesAndGoes(MOUSE, 'ERP met muis'));
test('a key is made, seen once and revoked, by keyboard only', () => keyComesAndGoes(KEYBOARD, 'ERP met toetsen'));
test('a project lead gets the projects that are ticked', async () => {
  const page = await staffSignedIn(house, ADMIN);
  await page.goto('/beheer/medewerkers/nieuw/');
  await field(page, 'email').fill('lotte@beheer.example.nl');
  await page.locator('#role-project-lead').check();
  await submit(page).click();
  await page.locator('#projects .hs-field__error').waitFor();
  await assertWhole(page, { fault: true });
  await page.locator('#projects input[type=checkbox]').first().check();
  await submit(page).click();
  await page.waitForURL(/told=invited/);
  await page.locator('main a[href$="/projecten/"]').first().click();
  await page.waitForURL(/\/projecten\/$/);
  assert.ok(await page.locator('#projects input:checked').count() >= 1, 'what they have is ticked');
  await assertWhole(page);
});

test('the log is filtered, and taken along', async () => {
  const page = await staffSignedIn(house, ORG_ADMIN);
  await page.goto('/service/logboek/');
  await assertWhole(page);
  await guide(page, 'log');
  await page.locator('#act').selectOption('staff.invited');
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL(/act=staff/);
  await assertWhole(page);
  const lines = page.locator('main table tbody tr');
  assert.ok(await lines.count() >= 2, 'the invitations of this file');
  for (const line of await lines.allTextContents()) assert.match(line, /Nodigde een medewerker uit/);
  const download = page.waitForEvent('download');
  await page.locator('main a[href*="form=csv"]').click();
  assert.match((await download).suggestedFilename(), /\.csv$/);
});

/// Who sees which pages.
const SEEN = [
  [ORG_ADMIN, [TEAM, `${TEAM}nieuw/`, `${TEAM}nalopen/`, '/service/logboek/']],
  [ADMIN, ['/beheer/opdrachtgevers/', '/beheer/opdrachtgevers/de-linde/', '/beheer/projecten/', '/beheer/projecten/de-linde/lindehof/',
    '/beheer/nieuwe-opdrachtgever/', '/beheer/nieuw-project/', '/beheer/medewerkers/', '/beheer/medewerkers/nieuw/',
    '/beheer/medewerkers/nalopen/', KEYS, `${KEYS}nieuw/`]],
  [AUDITOR, ['/service/logboek/', '/service/logboek/?client=de-linde']],
];

everyView(test, 'the pages of colleagues, of the operator, and the log', async (view) => {
  for (const [who, pages] of SEEN) {
    const page = await staffSignedIn(house, who, view);
    for (const path of pages) {
      const answer = await page.goto(path);
      assert.equal(answer.status(), 200, path);
      await assertWhole(page, view);
      await picture(page, `office-${who[0].split('@')[0]}-${pages.indexOf(path)}-${view.lang}-${view.scheme}-${view.width}`);
    }
  }
});
