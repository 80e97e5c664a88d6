// What no admin does alone: a contact that another one approves and that proves the mailbox, a lost second factor, homes for another
// client. By mouse and by keyboard.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { everyView, openHouse, picture } from './harness.mjs';
import { ADMIN, CLERK, LEAD, ORG_ADMIN, staffSignedIn } from './lib/staff.mjs';
import { KEYBOARD, MOUSE, assertWhole, field, submit, summaryTakesFocus } from './lib/steps.mjs';

const CLIENT = '/beheer/opdrachtgevers/de-linde/';
const house = await openHouse();
after(() => house.close());

const row = (page, words) => page.locator('main table').first().locator('tbody tr').filter({ hasText: words });

/// Entered by the operator, approved by an admin of the client, and proven by its owner.
async function becomesContact(way, name, email) {
  const page = await staffSignedIn(house, ADMIN, {}, way);
  await page.goto(`${CLIENT}contactpersonen/`);
  await assertWhole(page);
  await way.fill(page, field(page, 'name'), name);
  await way.fill(page, field(page, 'email'), 'info@delinde.test');
  await way.press(page, submit(page));
  await summaryTakesFocus(page);
  await assertWhole(page, { fault: true });
  await way.fill(page, field(page, 'email'), email);
  await way.press(page, submit(page));
  await page.waitForURL(/told=entered/);
  await assertWhole(page);
  await row(page, email).waitFor();

  const admin = await staffSignedIn(house, ORG_ADMIN, {}, way);
  await admin.goto('/service/voorstellen/');
  await assertWhole(admin);
  await way.press(admin, row(admin, 'Nieuwe contactpersoon').locator('a').first());
  await admin.waitForURL(/voorstellen\/.+/);
  await assertWhole(admin);
  assert.ok((await admin.textContent('main')).includes(email), 'exactly who is shown');
  await way.press(admin, admin.locator('form.hs-bulk button').first());
  await admin.waitForURL(/told=approved/);
  await assertWhole(admin);

  const link = await house.mailsUntil((mails) => mails.find((mail) => mail.to === email)?.links.find((it) => it.includes('/contact/')));
  const owner = await house.newPage();
  await owner.goto(link);
  await assertWhole(owner);
  await way.fill(owner, field(owner, 'email'), 'iemand@elders.test');
  await way.press(owner, submit(owner));
  await summaryTakesFocus(owner);
  await way.fill(owner, field(owner, 'email'), email);
  await way.press(owner, submit(owner));
  await owner.waitForURL(/contact\/done/);
  await assertWhole(owner);
  await owner.goto(link);
  await assertWhole(owner);

  await admin.goto('/service/contactpersonen/');
  await assertWhole(admin);
  assert.match(await row(admin, email).textContent(), /Telt mee/);
  await way.press(admin, row(admin, email).locator('a[href$="/beeindigen/"]'));
  await admin.waitForURL(/beeindigen/);
  await assertWhole(admin);
  assert.ok((await admin.textContent('main')).includes(email), 'whom it is about');
  await way.press(admin, submit(admin));
  await admin.waitForURL(/told=ended/);
  assert.equal(await row(admin, email).count(), 0);
}

test('a contact is entered, approved and proven, by mouse', () => becomesContact(MOUSE, 'Els de Wit', 'els@delinde.test'));
test('a contact is entered, approved and proven, by keyboard only', () => becomesContact(KEYBOARD, 'Jan Smit', 'jan.smit@delinde.test'));

test('who lost the second factor begins anew when two admins agree', async () => {
  const admin = await staffSignedIn(house, ORG_ADMIN);
  const clerk = await staffSignedIn(house, CLERK);
  await admin.goto('/service/collegas/');
  await row(admin, CLERK[0]).locator('form[action$="/tweede-factor/"] button').click();
  await admin.waitForURL(/told=lost-factor/);
  await assertWhole(admin);
  await clerk.reload();
  await clerk.locator('h1').waitFor();
  assert.ok(!clerk.url().includes('/login/'), 'nothing happened yet');
  const operator = await staffSignedIn(house, ADMIN);
  await operator.goto('/beheer/voorstellen/');
  await assertWhole(operator);
  await row(operator, 'Tweede factor kwijt').locator('a').first().click();
  await assertWhole(operator);
  await operator.locator('form.hs-bulk button').first().click();
  await operator.waitForURL(/told=approved/);
  await house.mailsUntil((mails) => mails.some((mail) => mail.to === CLERK[0] && mail.links.some((it) => it.includes('/invitation/'))));
  await clerk.reload();
  await clerk.waitForURL(/\/login\//);
});

test('homes for another client are looked at, proposed and taken back', async () => {
  const page = await staffSignedIn(house, ADMIN);
  await page.goto('/beheer/nieuwe-opdrachtgever/');
  await field(page, 'name').fill('Woonstichting Het Duin');
  await field(page, 'slug').fill('het-duin');
  await submit(page).click();
  await page.waitForURL(/told=added/);
  await page.goto('/beheer/nieuw-project/?client=het-duin');
  await field(page, 'name').fill('Duinzicht');
  await field(page, 'slug').fill('duinzicht');
  await field(page, 'prefix').fill('DUIN');
  await submit(page).click();
  await page.waitForURL(/told=project/);
  await page.goto('/beheer/projecten/');
  await page.locator('main a[href="/beheer/overdragen/"]').click();
  await page.waitForURL(/overdragen/);
  await assertWhole(page);
  const from = await page.locator('#from option', { hasText: 'De Linde' }).first().getAttribute('value');
  await page.locator('#from').selectOption(from);
  await page.locator('#to').selectOption('het-duin/duinzicht');
  await field(page, 'usernames').fill('NERGENS01');
  await submit(page).click();
  await summaryTakesFocus(page);
  await assertWhole(page, { fault: true });
  await field(page, 'usernames').fill('almelo01 ALMELO02');
  await submit(page).click();
  await page.locator('input[name=seal]').waitFor({ state: 'attached' });
  await assertWhole(page);
  assert.match(await page.textContent('main'), /2 woningen/);
  await page.locator('form.hs-bulk button').click();
  await page.waitForURL(/beheer\/voorstellen.*told=proposed/);
  await assertWhole(page);
  await row(page, 'Woningen naar een andere opdrachtgever').locator('a').first().click();
  await assertWhole(page);
  assert.match(await page.textContent('main'), /ALMELO01/);
  await page.locator('form.hs-bulk button').click();
  await page.waitForURL(/told=withdrawn/);
});

test('a project lead enters a contact for an own project, and takes it back', async () => {
  const page = await staffSignedIn(house, LEAD);
  await page.goto('/service/projecten/');
  await page.locator('main a[href^="/service/projecten/"]').first().click();
  await page.locator('main a[href$="/contactpersoon/"]').click();
  await page.waitForURL(/contactpersoon/);
  await assertWhole(page);
  await field(page, 'name').fill('Piet Jansen');
  await field(page, 'email').fill('piet.jansen@delinde.test');
  await submit(page).click();
  await page.waitForURL(/told=entered/);
  await assertWhole(page);
  await row(page, 'Piet Jansen').locator('form[action$="/intrekken/"] button').click();
  await page.waitForURL(/told=withdrawn/);
  await assertWhole(page);
  assert.equal(await row(page, 'Piet Jansen').count(), 0);
});

const SEEN = [
  [ADMIN, [`${CLIENT}contactpersonen/`, '/beheer/overdragen/', '/beheer/voorstellen/', CLIENT]],
  [ORG_ADMIN, ['/service/contactpersonen/', '/service/voorstellen/', '/service/collegas/']],
];

everyView(test, 'the pages of two admins', async (view) => {
  for (const [who, pages] of SEEN) {
    const page = await staffSignedIn(house, who, view);
    for (const path of pages) {
      const answer = await page.goto(path);
      assert.equal(answer.status(), 200, path);
      await assertWhole(page, view);
      await picture(page, `two-${who[0].split('@')[0]}-${pages.indexOf(path)}-${view.lang}-${view.scheme}-${view.width}`);
    }
  }
});
