// What people do in a browser, step by step, and what must hold on every page they meet.

import assert from 'node:assert/strict';

import { assertAccessible } from './axe.mjs';
import { assertFits } from './look.mjs';

export const SIGN_IN = '/login/';
export const RESET = '/login/accounts/pass/reset/';
export const NAMES = '/login/accounts/name/';

/// Accounts of the demo whose address is linked and who have never signed in. A test takes one and nobody else uses it.
export const NEWCOMERS = [
  ['ALMELO07', 'henk.smit@bewoners.test'],
  ['ALMELO08', 'fatima.elamrani@bewoners.test'],
  ['ALMELO09', 'kees.prins@bewoners.test'],
  ['ALMELO10', 'lotte.jansen@bewoners.test'],
  ['ALMELO11', 'omar.haddad@bewoners.test'],
  ['ALMELO12', 'truus.vandam@bewoners.test'],
  ['ALMELO18', 'ewa.kowalska@bewoners.test'],
  ['ALMELO20', 'bram.meijer@bewoners.test'],
  ['KADE05', 'noa.peters@bewoners.test'],
  ['KADE06', 'ali.yilmaz@bewoners.test'],
  ['KADE07', 'marga.blok@bewoners.test'],
  ['KADE10', 'tim.vos@bewoners.test'],
  ['KADE12', 'roos.vermeer@bewoners.test'],
].map(([username, email]) => ({ username, email }));

/// What holds on every page: language, one title and heading, the fault said first, nothing outside its width, axe content.
export async function assertWhole(page, { lang = 'nl', fault = false, javascript = true } = {}) {
  await page.waitForLoadState('load');
  assert.equal(await page.getAttribute('html', 'lang'), lang);
  const title = await page.title();
  const isFault = /^(Fout:|Error:)/.test(title);
  assert.equal(isFault, fault, title);
  const heading = await page.locator('h1').allTextContents();
  assert.equal(heading.length, 1);
  assert.ok(title.includes(heading[0]), `${title} should say ${heading[0]}`);
  await assertFits(page);
  if (javascript) await assertAccessible(page);
  page.assertQuiet();
}

/// Presses Tab until `target` has the focus, which must be seen on every stop.
export async function tabTo(page, target) {
  const wanted = await target.elementHandle();
  for (let stop = 0; stop < 40; stop += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate((wanted) => {
      const style = getComputedStyle(document.activeElement);
      const seen = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
      return { there: document.activeElement === wanted, seen, what: document.activeElement.outerHTML.slice(0, 120) };
    }, wanted);
    assert.ok(at.seen, `the focus is not seen on ${at.what}`);
    if (at.there) return;
  }
  assert.fail('Tab does not lead there');
}

/// The summary of a refused form takes the focus, as soon as the page is drawn.
export const summaryTakesFocus = (page) => page.waitForFunction(() => document.activeElement.className === 'hs-summary');

/// Two ways to use a page: each fills a field in and presses a button or link.
export const MOUSE = {
  fill: (_page, field, text) => field.fill(text),
  press: (_page, target) => target.click(),
};
export const KEYBOARD = {
  async fill(page, field, text) {
    await tabTo(page, field);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(text);
  },
  async press(page, target) {
    await tabTo(page, target);
    await page.keyboard.press('Enter');
  },
};

export const submit = (page) => page.locator('main form button[type=submit]').first();
export const field = (page, name) => page.locator(`[name="${name}"]`);
/// The link of a mail on which a password is set.
export const resetLink = (mail) => {
  const link = mail.links.find((link) => new RegExp(`${RESET}[\\w-]{43}/$`).test(link));
  assert.ok(link, `a reset link in: ${mail.text}`);
  return link;
};

/// Asks a mail for a username, and waits for one more mail than there was to that address.
export async function askMail(house, page, { username, email }) {
  const to = (mails) => mails.filter((mail) => mail.to === email);
  const before = to(await house.mails()).length;
  await page.goto(`${RESET}?username=${username}`);
  await submit(page).click();
  await page.waitForURL(/\/gevraagd\/$/);
  return house.mailsUntil((mails) => to(mails).length > before && to(mails)[0]);
}

/// Behind the link: the username where it is asked, and the password.
export async function choosePassword(page, link, username, password) {
  await page.goto(link);
  if (await field(page, 'username').count() > 0) await field(page, 'username').fill(username);
  await field(page, 'password').fill(password);
  await submit(page).click();
  await page.waitForURL(/\/login\/\?after=password/);
}

export async function signIn(page, username, password) {
  await page.goto(SIGN_IN);
  await field(page, 'username').fill(username);
  await field(page, 'password').fill(password);
  await submit(page).click();
}

/// The code that the telephone of a member of staff shows now.
export async function codeOf(house, name) {
  const codes = await (await fetch(`${house.url}/demo/codes/?format=json`)).json();
  return codes.find((code) => code.name === name).code;
}
