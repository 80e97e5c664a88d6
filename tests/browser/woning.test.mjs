// "Woning": a resident changes the own address, confirms it, and takes it back as who owned the old one; by mouse, by keyboard
// and without JavaScript. And an account without an address: told at sign-in and on each page, and filled in.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { everyView, openHouse, picture, views } from './harness.mjs';
import { CLERK, ORG_ADMIN, staffSignedIn } from './lib/staff.mjs';
import { KEYBOARD, MOUSE, NEWCOMERS, askMail, assertWhole, choosePassword, field, refused, resetLink, signIn, submit } from './lib/steps.mjs';

const PASSWORD = 'negen wolken boven zee';
const PICTURES = process.env.HUISSLEUTEL_PICTURES === '1';

const house = await openHouse();
after(() => house.close());

const people = [...NEWCOMERS];

/// Somebody whose address is proved; signed in.
async function come(person, view, way) {
  const page = await house.newPage(view);
  await choosePassword(page, resetLink(await askMail(house, page, person)), person.username, PASSWORD);
  await signIn(page, person.username, PASSWORD, way);
  await page.waitForURL(`${house.url}/`);
  return page;
}

/// The link of the newest mail to somebody that leads below `path`.
const link = async (to, path) => {
  const mail = await house.mail((mail) => mail.to === to && mail.links.some((it) => it.includes(path)));
  return mail.links.find((it) => it.includes(path));
};

async function journey(view, way, person) {
  const look = (page, more = {}) => assertWhole(page, { ...view, ...more });
  const take = async (page, name) => PICTURES && view.lang === 'nl' && view.scheme === 'light' && picture(page, `${name}-nl-light-${view.width}`);
  const page = await come(person, view, way);
  await look(page);
  await way.press(page, page.locator('main a[href="/woning/"]'));
  await page.waitForURL(/\/woning\/$/);
  assert.ok((await page.textContent('main')).includes(person.email));
  await look(page);
  await take(page, 'own-home');
  await way.press(page, page.locator('main a[href="/woning/e-mailadres/"]'));
  await page.waitForURL(/e-mailadres/);
  await look(page);
  await take(page, 'own-address');

  // What is wrong is said at its field; the address stays, a password never does.
  await way.press(page, submit(page));
  await refused(page, view);
  await look(page, { fault: true });
  await way.fill(page, field(page, 'email'), `${person.username}@gmial.com`);
  await way.fill(page, field(page, 'password'), PASSWORD);
  await way.press(page, submit(page));
  await page.waitForSelector('#sure');
  assert.match(await page.textContent('main'), /@gmail\.com/);
  assert.equal(await field(page, 'password').inputValue(), '');
  await look(page, { fault: true });
  await take(page, 'own-address-typo');
  const next = `${person.username.toLowerCase()}@nieuwadres.test`;
  await way.fill(page, field(page, 'email'), next);
  await way.fill(page, field(page, 'password'), 'een ander wachtwoord');
  await way.press(page, submit(page));
  await page.waitForSelector('#password-error');
  await look(page, { fault: true });
  await way.fill(page, field(page, 'password'), PASSWORD);
  await way.press(page, submit(page));
  await page.waitForURL(/told=asked/);
  assert.ok((await page.textContent('main')).includes(next));
  await look(page);
  await take(page, 'own-home-asked');

  // The new mailbox, in another browser: the password is asked. In the own one the button is enough.
  const confirm = await link(next, '/email/confirm/');
  const other = await house.newPage(view);
  await other.goto(confirm);
  assert.equal(await field(other, 'password').count(), 1);
  await look(other);
  await take(other, 'own-confirm');
  await page.goto(confirm);
  assert.equal(await field(page, 'password').count(), 0);
  await look(page);
  await way.press(page, page.locator('main form button[type=submit]'));
  await page.waitForURL(/told=confirmed/);
  await look(page);
  await other.goto(confirm);
  await look(other);

  // Who owned the old address takes it back.
  const undo = await link(person.email, '/email/undo/');
  await other.goto(undo);
  await look(other);
  await take(other, 'own-undo');
  await way.fill(other, field(other, 'username'), 'ALMELO99');
  await way.press(other, submit(other));
  await other.waitForSelector('#username-error');
  await look(other, { fault: true });
  await way.fill(other, field(other, 'username'), person.username);
  await way.press(other, submit(other));
  await other.waitForURL(/undo\/done\/$/);
  await look(other);
  await take(other, 'own-back');
  await page.goto('/woning/');
  assert.match(page.url(), /\/login\//, 'everybody is signed out');
  await way.press(other, other.locator('main a.hs-button'));
  await other.waitForURL(/pass\/reset\/$/);
}

everyView(test, 'a resident changes the address and takes it back', (view) => {
  const way = views.indexOf(view) % 2 === 0 ? MOUSE : KEYBOARD;
  return journey(view, way, people.shift());
});

test('a resident changes the address and takes it back, without JavaScript', () =>
  journey({ lang: 'nl', scheme: 'light', width: 320, javascript: false }, KEYBOARD, { username: 'ZUIDER04', email: 'iris.kuiper@bewoners.test' }));

/// Two people of the client take the address of an account in use away.
async function withoutAddress(email) {
  const clerk = await staffSignedIn(house, CLERK);
  await clerk.goto(`/service/gebruikers/?q=${encodeURIComponent(email)}`);
  await clerk.locator('#found tbody tr a').first().click();
  await clerk.waitForURL(/\/service\/woningen\/[0-9a-f-]{36}\//);
  await clerk.locator('main a[href*="/e-mailadres/"]').first().click();
  await clerk.locator('#residents-same').check();
  await clerk.locator('main button[name=remove]').click();
  await clerk.waitForSelector('#decide-title');
  await clerk.locator('.hs-decide button[type=submit]').click();
  await clerk.waitForURL(/told=proposed/);
  const proposal = await clerk.locator('main a[href*="/service/voorstellen/"]').first().getAttribute('href');
  const admin = await staffSignedIn(house, ORG_ADMIN);
  await admin.goto(proposal);
  await admin.locator('main button[name=act][value=approve], main .hs-decide button[type=submit]').first().click();
  await admin.waitForURL(/told=approved/);
}

test('an account without an address: told, skipped, and filled in', async () => {
  const person = { username: 'ZUIDER07', email: 'ruben.hoek@bewoners.test' };
  const page = await come(person, { width: 320 }, MOUSE);
  await withoutAddress(person.email);
  await signIn(page, person.username, PASSWORD);
  await page.waitForURL(/\/login\/e-mailadres\/$/);
  await assertWhole(page);
  if (PICTURES) await picture(page, 'address-missing-nl-light-320');
  await page.locator('main a[href="/uitleg/e-mailadres/"]').click();
  await page.waitForURL(/\/uitleg\//);
  await assertWhole(page);
  if (PICTURES) await picture(page, 'explain-address-nl-light-320');
  await page.goBack();
  await page.locator('main a.hs-button--second').click();
  await page.waitForURL(`${house.url}/`);
  assert.equal(await page.locator('aside.hs-missing').count(), 1);
  await assertWhole(page);
  if (PICTURES) await picture(page, 'start-missing-nl-light-320');
  await page.locator('aside.hs-missing a').first().click();
  await page.waitForURL(/\/woning\/e-mailadres\/$/);
  await assertWhole(page);
  await field(page, 'email').fill('ruben.nieuw@bewoners.test');
  await field(page, 'password').fill(PASSWORD);
  await submit(page).click();
  await page.waitForURL(/told=asked/);
  await page.goto(await link('ruben.nieuw@bewoners.test', '/email/confirm/'));
  await page.locator('main form button[type=submit]').click();
  await page.waitForURL(/told=confirmed/);
  assert.equal(await page.locator('aside.hs-missing').count(), 0);
  await assertWhole(page);
});
