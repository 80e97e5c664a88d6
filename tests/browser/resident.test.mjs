// A resident who has the letter in hand, from its QR code to the own start page, and back out.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { everyView, openHouse, views } from './harness.mjs';
import { KEYBOARD, MOUSE, NEWCOMERS, RESET, askMail, assertWhole, choosePassword, field, resetLink, signIn, submit } from './lib/steps.mjs';

const house = await openHouse();
after(() => house.close());

const people = [...NEWCOMERS];

/// The whole journey. `way` is mouse or keyboard.
async function firstTime(view, way, { username, email }) {
  const look = (page, more = {}) => assertWhole(page, { ...view, ...more });
  const page = await house.newPage(view);
  await page.goto(`${RESET}?username=${username}`);
  assert.equal(await field(page, 'username').inputValue(), username);
  await look(page);
  await way.press(page, submit(page));
  await page.waitForURL(/\/gevraagd\/$/);
  await look(page);

  const mail = await house.mail((mail) => mail.to === email);
  assert.ok(!`${mail.subject} ${mail.text} ${mail.html}`.includes(username), 'a mail to an unconfirmed address names no username');
  await page.goto(resetLink(mail));
  await look(page);
  await way.fill(page, field(page, 'username'), username.toLowerCase());
  if (view.javascript === false) {
    assert.equal(await page.locator('[data-show-password]').isVisible(), false);
    assert.equal(await page.locator('[data-suggest-button]').isVisible(), false);
    await way.fill(page, field(page, 'password'), 'negen wolken boven zee');
  } else {
    await typePassword(page, way, view.lang);
  }
  const password = await field(page, 'password').inputValue();
  await way.press(page, submit(page));
  await page.waitForURL(/after=password/);
  await look(page);
  await house.mail((mail) => mail.to === email && /veranderd|changed/.test(mail.subject));

  await way.fill(page, field(page, 'username'), ` ${username} `);
  await way.fill(page, field(page, 'password'), password);
  await way.press(page, submit(page));
  await page.waitForURL(`${house.url}/`);
  assert.ok((await page.textContent('main')).includes(username));
  await look(page);
  await way.press(page, page.locator('form[action="/logout/"] button'));
  await page.waitForURL(/after=leaving/);
  await look(page);
  await page.goto('/');
  assert.match(page.url(), /\/login\//);
}

/// The help with a new password: its length in words, showing it, and one that is thought up.
async function typePassword(page, way, lang) {
  const password = field(page, 'password');
  const length = page.locator('[data-length]');
  await way.fill(page, password, 'kort');
  assert.match(await length.textContent(), lang === 'nl' ? /^Nog 11 tekens$/ : /11/);
  const show = page.locator('[data-show-password]');
  await way.press(page, show);
  assert.equal(await password.getAttribute('type'), 'text');
  await show.click();
  assert.equal(await password.getAttribute('type'), 'password');
  await way.press(page, page.locator('[data-suggest-button]'));
  const sentence = await password.inputValue();
  assert.ok(sentence.split(' ').length >= 4 && sentence.length >= 15, sentence);
  assert.equal(await password.getAttribute('type'), 'text', 'a password that was thought up is shown');
  assert.ok((await page.textContent('[data-suggest-told]')).includes(sentence));
  if (lang === 'nl') assert.equal(await length.textContent(), 'Lang genoeg');
}

everyView(test, 'a resident, for the first time', (view) => {
  const way = views.indexOf(view) % 2 === 0 ? MOUSE : KEYBOARD;
  return firstTime(view, way, people.shift());
});

const PLAIN = { lang: 'nl', scheme: 'light', width: 320, javascript: false };
for (const [name, way, person] of [
  ['mouse', MOUSE, { username: 'ZUIDER04', email: 'iris.kuiper@bewoners.test' }],
  ['keyboard', KEYBOARD, { username: 'ZUIDER07', email: 'ruben.hoek@bewoners.test' }],
]) {
  test(`a resident, for the first time, without JavaScript, by ${name}`, () => firstTime(PLAIN, way, person));
}

test('a link opened in another browser, signed in as somebody else, sets the password of its own account', async () => {
  const mine = { username: 'ALMELO03', email: 'joke.bos@bewoners.test' };
  const mail = await askMail(house, await house.newPage(), mine);
  const page = await house.newPage();
  await signIn(page, 'ALMELO01', 'bakker tekent groene fietsen');
  await page.waitForURL(`${house.url}/`);
  await choosePassword(page, resetLink(mail), mine.username, 'tien ladders tegen de muur');
  const own = await house.newPage();
  await signIn(own, 'ALMELO01', 'bakker tekent groene fietsen');
  await own.waitForURL(`${house.url}/`);
  await signIn(page, mine.username, 'tien ladders tegen de muur');
  await page.waitForURL(`${house.url}/`);
  assert.ok((await page.textContent('main')).includes(mine.username));
});

test('back, reload and a double click show no error after success', async () => {
  const mine = { username: 'ALMELO04', email: 'piotr.nowak@bewoners.test' };
  const page = await house.newPage();
  await page.goto(`${RESET}?username=${mine.username}`);
  const before = (await house.mails()).length;
  await submit(page).dblclick();
  await arrives(page, '/gevraagd/');
  const mail = await house.mailsUntil((mails) => mails.length > before && mails.find((mail) => mail.to === mine.email));
  await assertCalm(page, () => page.reload());
  await assertCalm(page, () => page.goBack());
  await choosePassword(page, resetLink(mail), mine.username, 'vier appels onder de bank');
  await assertCalm(page, () => page.reload());
  await assertCalm(page, () => page.goBack());
  assert.ok(await page.locator('main a[href="/login/"]').first().isVisible(), 'the used link leads to signing in');
  await page.goto('/login/');
  await field(page, 'username').fill(mine.username);
  await field(page, 'password').fill('vier appels onder de bank');
  await submit(page).dblclick();
  await arrives(page, `${house.url}/`);
  await assertCalm(page, () => page.reload());
  await assertCalm(page, () => page.goBack());
});

/// The page is there in the end. A double click sends a form twice, and the browser breaks off the way to the first answer: waiting for
/// a navigation would take that for a fault.
const arrives = (page, end) => page.waitForFunction((address) => document.readyState === 'complete' && location.href.endsWith(address), end);

/// After `move` the page says nothing of a fault.
async function assertCalm(page, move) {
  await move();
  assert.doesNotMatch(await page.title(), /^(Fout:|Error:)/);
  assert.equal(await page.locator('.hs-summary').count(), 0);
  page.assertQuiet();
}
