// A resident on the own tab Beveiliging: another password, devices, ending everything; and the page for who is not safe at home.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { everyView, openHouse, picture, views } from './harness.mjs';
import { KEYBOARD, MOUSE, NEWCOMERS, askMail, assertWhole, choosePassword, field, refused, resetLink, signIn, submit } from './lib/steps.mjs';

const house = await openHouse();
after(() => house.close());

const people = [...NEWCOMERS];
const FIRST = 'vier appels onder de bank';
const NEXT = 'de tram rijdt langs de gracht';
const HERE = '/beveiliging/';

async function signedIn(page, person, password) {
  await signIn(page, person.username, password);
  await page.waitForURL(`${house.url}/`);
}

/// The whole tab. `way` is mouse or keyboard.
async function tab(view, way, person) {
  const look = (page, more = {}) => assertWhole(page, { ...view, ...more });
  const shoot = (page, name) => picture(page, `${name}-${view.lang}-${view.scheme}-${view.width}${view.javascript === false ? '-plain' : ''}`);
  const page = await house.newPage(view);
  const mail = await askMail(house, page, person);
  await choosePassword(page, resetLink(mail), person.username, FIRST);
  await house.mail((mail) => mail.to === person.email && /veranderd|changed/.test(mail.subject));
  await signedIn(page, person, FIRST);
  await way.press(page, page.locator(`main a[href="${HERE}"]`));
  await page.waitForURL(`${house.url}${HERE}`);
  await look(page);

  const elsewhere = await house.newPage({ lang: view.lang });
  await signedIn(elsewhere, person, FIRST);
  await page.reload();
  assert.equal(await page.locator('.hs-owned__item').count(), 2);
  await look(page);
  await shoot(page, 'beveiliging');
  await way.press(page, page.locator('button[name="device"]').first());
  await page.waitForURL(/told=device/);
  await look(page);
  await elsewhere.goto(HERE);
  assert.match(elsewhere.url(), /\/login\/\?after=session/);

  await way.press(page, page.locator('main a[href$="/wachtwoord/"]'));
  await look(page);
  await shoot(page, 'beveiliging-wachtwoord');
  await way.fill(page, field(page, 'current'), 'dit is het niet');
  await way.fill(page, field(page, 'password'), NEXT);
  await way.press(page, submit(page));
  await refused(page, view);
  await look(page, { fault: true });
  await way.fill(page, field(page, 'current'), FIRST);
  await way.fill(page, field(page, 'password'), NEXT);
  await way.press(page, submit(page));
  await page.waitForURL(/told=password/);
  await look(page);

  await way.press(page, page.locator('main a[href$="/alles-intrekken/"]'));
  await look(page);
  await shoot(page, 'beveiliging-intrekken');
  await way.fill(page, field(page, 'current'), NEXT);
  await way.press(page, submit(page));
  await page.waitForURL(/after=revoked/);
  assert.equal(await field(page, 'username').inputValue(), person.username);
  await look(page);
  await page.goto(HERE);
  assert.match(page.url(), /\/login\//);
}

everyView(test, 'the tab Beveiliging', (view) => tab(view, views.indexOf(view) % 2 === 0 ? MOUSE : KEYBOARD, people.shift()));

for (const [name, way] of [['mouse', MOUSE], ['keyboard', KEYBOARD]]) {
  test(`the tab Beveiliging without JavaScript, by ${name}`, () =>
    tab({ lang: 'nl', scheme: 'light', width: 320, javascript: false }, way, people.shift()));
}

const SAFE = '/uitleg/veilig-thuis/';

everyView(test, 'the page for who is not safe at home', async (view) => {
  const page = await house.newPage(view);
  await page.goto('/login/accounts/name/');
  await page.goto(SAFE);
  await assertWhole(page, view);
  await picture(page, `veilig-thuis-${view.lang}-${view.scheme}-${view.width}`);
  await page.keyboard.press('Escape');
  await page.waitForURL(`${house.url}/login/`);
  await page.goBack();
  assert.match(page.url(), /\/login\/accounts\/name\/$/, 'back goes past the page');
  await page.goto(SAFE);
  await page.locator('[data-leave-page]').click();
  await page.waitForURL(`${house.url}/login/`);
  await page.goBack();
  assert.match(page.url(), /\/login\/accounts\/name\/$/, 'by the button too');
});

test('the page for who is not safe at home is left without JavaScript', async () => {
  const page = await house.newPage({ javascript: false });
  await page.goto(SAFE);
  assert.equal(await page.locator('[data-leave-key]').isVisible(), false, 'no key is promised');
  await page.locator('[data-leave-page]').click();
  await page.waitForURL(`${house.url}/login/`);
});
