// Passkeys with a device of Chromium's own: made, offered, used, named, removed, and refused when they are no more.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { everyView, openHouse, picture, views } from './harness.mjs';
import { ADMIN, staffSignedIn } from './lib/staff.mjs';
import { KEYBOARD, MOUSE, NEWCOMERS, askMail, assertWhole, choosePassword, field, resetLink, signIn, submit } from './lib/steps.mjs';

const house = await openHouse();
after(() => house.close());

const people = [...NEWCOMERS];
const PASSWORD = 'vier appels onder de bank';
const HERE = `${house.url}/beveiliging/`;
const told = (page) => page.locator('[data-passkey-told]');

/// A telephone that knows its owner; it answers when it is touched.
async function phone(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  };
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options });
  const send = (what, more = {}) => cdp.send(`WebAuthn.${what}`, { authenticatorId, ...more });
  // Whoever pressed the button touches the device when it asks, and not before: the browser's own offer would take that too.
  await page.exposeFunction('touched', () => send('setAutomaticPresenceSimulation', { enabled: true }));
  await page.addInitScript(() => {
    const { get } = CredentialsContainer.prototype;
    CredentialsContainer.prototype.get = async function asked(what) {
      if (what.mediation !== 'conditional') await window.touched();
      return get.call(this, what);
    };
  });
  return {
    /// Whether it is touched as soon as it is asked, by the browser of itself too.
    touched: (enabled) => send('setAutomaticPresenceSimulation', { enabled }),
    knows: (isUserVerified) => send('setUserVerified', { isUserVerified }),
    keys: async () => (await send('getCredentials')).credentials,
    put: (credential) => send('addCredential', { credential }),
  };
}

async function newcomer(page, person) {
  const mail = await askMail(house, page, person);
  await choosePassword(page, resetLink(mail), person.username, PASSWORD);
  await signIn(page, person.username, PASSWORD);
  await page.waitForURL(`${house.url}/`);
}

async function signOut(page) {
  await page.goto('/');
  await page.locator('form[action="/logout/"] button').first().click();
  await page.waitForURL(/after=leaving/);
}

/// Makes one, from the tab on.
async function make(page, way, name, look = () => {}) {
  await page.goto(HERE);
  await way.press(page, page.locator('main a[href$="/passkeys/nieuw/"]'));
  await look('nieuw');
  await way.fill(page, field(page, 'name'), name);
  await way.fill(page, field(page, 'current'), PASSWORD);
  await way.press(page, submit(page));
  await page.locator('[data-passkey-make]').waitFor();
  await look('maken');
  await way.press(page, page.locator('[data-passkey-button]'));
  await page.waitForURL(/told=passkey/);
}

everyView(test, 'a passkey is made, used, named and removed', async (view) => {
  const way = views.indexOf(view) % 2 === 0 ? KEYBOARD : MOUSE;
  const person = people.shift();
  const page = await house.newPage(view);
  const device = await phone(page);
  const look = async (name) => {
    await assertWhole(page, view);
    await picture(page, `passkey-${name}-${view.lang}-${view.scheme}-${view.width}`);
  };
  await newcomer(page, person);
  await make(page, way, 'mijn telefoon', look);
  await look('gemaakt');
  await house.mail((mail) => mail.to === person.email && /passkey/.test(mail.subject));
  assert.equal((await device.keys()).length, 1);

  await device.touched(false);
  await signOut(page);
  await look('inloggen');
  await way.press(page, page.locator('[data-passkey-button]'));
  await page.waitForURL(`${house.url}/`);
  assert.ok((await page.textContent('main')).includes(person.username));

  await page.goto(HERE);
  const [key] = await device.keys();
  await way.press(page, page.locator('a[href*="/beveiliging/passkeys/0"]'));
  await look('wijzigen');
  await way.fill(page, field(page, 'name'), '');
  await way.press(page, submit(page));
  await page.locator('.hs-summary').waitFor();
  await assertWhole(page, { ...view, fault: true });
  await way.fill(page, field(page, 'name'), 'oude telefoon');
  await way.press(page, submit(page));
  await page.waitForURL(/told=renamed/);
  assert.ok((await page.textContent('main')).includes('oude telefoon'));
  await way.press(page, page.locator('a[href*="/beveiliging/passkeys/0"]'));
  await way.press(page, page.locator('form[action$="/weg/"] button'));
  await page.waitForURL(/told=removed/);
  await assertWhole(page, view);

  // The device may have thrown it away by itself: the page tells the browser which are left.
  if ((await device.keys()).length === 0) await device.put(key);
  await device.touched(false);
  await signOut(page);
  await way.press(page, page.locator('[data-passkey-button]'));
  await page.locator('.hs-notice--look').waitFor();
  assert.match(page.url(), /\/login\/passkey\/$/);
  await look('geweigerd');
  await page.goto('/');
  assert.match(page.url(), /\/login\//, 'nobody is signed in');
});

test('the browser offers it where the username is typed', async () => {
  const page = await house.newPage();
  const device = await phone(page);
  await newcomer(page, people.shift());
  await make(page, MOUSE, 'telefoon');
  await signOut(page);
  await page.waitForURL(`${house.url}/`, { timeout: 20_000 });
  assert.equal((await device.keys()).length, 1);
});

test('a device that does not know its owner signs nobody in', async () => {
  const page = await house.newPage();
  const device = await phone(page);
  await newcomer(page, people.shift());
  await make(page, MOUSE, 'telefoon');
  await device.knows(false);
  await signOut(page);
  await page.locator('[data-passkey-button]').click();
  await page.waitForFunction(() => document.querySelector('[data-passkey-told]').textContent !== '');
  assert.ok((await told(page).textContent()).length > 10);
  await page.goto('/');
  assert.match(page.url(), /\/login\//);
});

test('a second one on the same device is not made', async () => {
  const page = await house.newPage();
  await phone(page);
  await newcomer(page, people.shift());
  await make(page, MOUSE, 'telefoon');
  await page.goto(`${HERE}passkeys/nieuw/`);
  await field(page, 'name').fill('nog eens');
  await field(page, 'current').fill(PASSWORD);
  await submit(page).click();
  await page.locator('[data-passkey-button]').click();
  await page.waitForFunction(() => document.querySelector('[data-passkey-told]').textContent !== '');
  assert.ok((await told(page).textContent()).length > 10);
  assert.doesNotMatch(page.url(), /told/);
});

test('a passkey is enough where the password is asked once more', async () => {
  const view = { lang: 'nl', scheme: 'light', width: 320 };
  const page = await house.newPage(view);
  await phone(page);
  await newcomer(page, people.shift());
  await make(page, MOUSE, 'telefoon');
  const prove = page.locator('[data-passkey-prove] [data-passkey-button]');
  await page.goto(`${HERE}wachtwoord/`);
  await prove.waitFor();
  await assertWhole(page, view);
  await picture(page, 'passkey-prove-nl-light-320');
  await field(page, 'password').fill('kort');
  await KEYBOARD.press(page, prove);
  await page.locator('.hs-summary').waitFor();
  await assertWhole(page, { ...view, fault: true });
  await field(page, 'password').fill('zeven gele paraplu op een rij');
  await prove.click();
  await page.waitForURL(/told=password/);
  await page.goto(`${HERE}alles-intrekken/`);
  await prove.click();
  await page.waitForURL(/after=revoked/);
});

test('staff sign in with a passkey in the place of password and code', async () => {
  const view = { lang: 'nl', scheme: 'light', width: 1280 };
  const page = await staffSignedIn(house, ADMIN, view);
  const device = await phone(page);
  await page.goto(`${HERE}passkeys/nieuw/`);
  await assertWhole(page, view);
  await field(page, 'name').fill('telefoon');
  await field(page, 'current').fill(ADMIN[1]);
  await submit(page).click();
  await page.locator('[data-passkey-button]').click();
  await page.waitForURL(/told=passkey/);
  await assertWhole(page, view);
  await device.touched(false);
  await signOut(page);
  await page.locator('[data-passkey-button]').click();
  await page.waitForURL(`${house.url}/`);
  await device.touched(false);
  await signOut(page);
  await signIn(page, ...ADMIN);
  await page.waitForURL(/second-factor/);
  await assertWhole(page, view);
  await picture(page, 'second-factor-nl-light-1280');
  await page.locator('[data-passkey-button]').click();
  await page.waitForURL(`${house.url}/`);
  await page.goto('/beheer/opdrachtgevers/');
  await page.locator('main table').waitFor();
});

test('without JavaScript the password does, and the page says so', async () => {
  const page = await house.newPage({ javascript: false });
  const person = people.shift();
  await newcomer(page, person);
  await page.goto(`${HERE}passkeys/nieuw/`);
  await field(page, 'current').fill(PASSWORD);
  await submit(page).click();
  assert.ok(await page.locator('[data-passkey-instead]').isVisible(), 'it says why there is no button');
  assert.equal(await page.locator('[data-passkey-make]').isVisible(), false);
  await signOut(page);
  assert.equal(await page.locator('[data-passkey-enter]').isVisible(), false, 'no button that does nothing');
  await signIn(page, person.username, PASSWORD);
  await page.waitForURL(`${house.url}/`);
  await page.goto('/uitleg/passkeys/');
  assert.equal(await page.locator('h1').count(), 1);
});
