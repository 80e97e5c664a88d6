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
  await page.inEveryLook(async () => {
    await assertFits(page);
    if (javascript) await assertAccessible(page);
  });
  page.assertQuiet();
}

/// Presses Tab until the focus is on `target`, or on one of them where it fits several. On every stop the focus must be seen: an
/// outline that is drawn, on something that is in the window and not wholly under something else. Past the end of the page, where
/// a browser would have its own buttons, it goes on at the top, once. Gives the number of stops.
export async function tabTo(page, target, within = 200) {
  await target.first().waitFor();
  const met = [];
  let rounds = 0;
  for (let stops = 1; stops <= within; stops += 1) {
    await page.keyboard.press('Tab');
    const at = await target.evaluateAll(focusNow);
    met.push(at.what);
    if (at.leaves) {
      rounds += 1;
      if (rounds === 2) break;
      continue;
    }
    assert.ok(at.outlined, `the focus is not seen on ${at.what}`);
    assert.ok(at.inSight, `the focus is out of sight on ${at.what}`);
    if (at.there) return stops;
  }
  return assert.fail(`Tab does not lead there in ${met.length} stops:\n${met.join('\n')}`);
}

/// Runs in the page: what has the focus, and whether that is seen.
function focusNow(wanted) {
  const at = document.activeElement;
  if (at === document.body) return { leaves: true, what: 'the end of the page' };
  const style = getComputedStyle(at);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && !/, 0\)|transparent/.test(style.outlineColor);
  const box = at.getBoundingClientRect();
  const left = Math.max(box.left, 0);
  const top = Math.max(box.top, 0);
  const width = Math.min(box.right, innerWidth) - left;
  const height = Math.min(box.bottom, innerHeight) - top;
  const parts = [0.1, 0.3, 0.5, 0.7, 0.9];
  const onTop = (x, y) => at.contains(document.elementFromPoint(left + width * x, top + height * y));
  const inSight = width > 0 && height > 0 && parts.some((x) => parts.some((y) => onTop(x, y)));
  return { there: wanted.includes(at), outlined, inSight, what: at.outerHTML.replace(/\s+/g, ' ').slice(0, 120) };
}

/// Walks a whole page with Tab, or backwards from its end, and gives what had the focus and could not be seen.
export async function unseenStops(page, backwards) {
  if (backwards) await page.locator('footer').click();
  const unseen = [];
  for (let stops = 0; stops < 300; stops += 1) {
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
    const at = await page.evaluate(focusNow, []);
    if (at.leaves) return { stops, unseen };
    if (!at.inSight) unseen.push(at.what);
  }
  return assert.fail('the page has no end');
}

/// The summary of a refused form takes the focus, as soon as the page is drawn.
export const summaryTakesFocus = (page) => page.waitForFunction(() => document.activeElement.className === 'hs-summary');

/// The first refusal of a form is drawn. Without scripts nothing takes the focus, and the page before may still be the one that stands.
export const refused = (page, { javascript = true }) => (javascript ? summaryTakesFocus(page) : page.waitForSelector('.hs-summary'));

/// Two ways to use a page. Both fill a field in, press a button or link, tick a box, choose one of several, and give a file.
export const MOUSE = {
  fill: (_page, field, text) => field.fill(text),
  press: (_page, target) => target.click(),
  tick: (_page, box) => box.check(),
  choose: (_page, radio) => radio.check(),
  give: (_page, input, file) => input.setInputFiles(file),
};
export const KEYBOARD = {
  async fill(page, field, text) {
    await tabTo(page, field);
    await page.keyboard.press('ControlOrMeta+a');
    await (text ? page.keyboard.type(text) : page.keyboard.press('Delete'));
  },
  async press(page, target) {
    await tabTo(page, target);
    await page.keyboard.press('Enter');
  },
  async tick(page, box) {
    await tabTo(page, box);
    await page.keyboard.press('Space');
    assert.ok(await box.isChecked(), 'Space ticks the box');
  },
  /// Tab leads into the group, the arrows to the choice.
  async choose(page, radio) {
    const group = page.locator(`input[type=radio][name="${await radio.getAttribute('name')}"]`);
    await tabTo(page, group);
    await page.keyboard.press('Space');
    for (let left = await group.count(); left > 0 && !(await radio.isChecked()); left -= 1) await page.keyboard.press('ArrowDown');
    assert.ok(await radio.isChecked(), 'the arrows lead to the choice');
  },
  /// The keyboard reaches the input; the window of the system in which a file is chosen is not the page's.
  async give(page, input, file) {
    await tabTo(page, input);
    await input.setInputFiles(file);
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

export async function signIn(page, username, password, way = MOUSE) {
  await page.goto(SIGN_IN);
  await way.fill(page, field(page, 'username'), username);
  await way.fill(page, field(page, 'password'), password);
  await way.press(page, submit(page));
}

/// The code that the telephone of a member of staff shows now.
export async function codeOf(house, name) {
  const codes = await (await fetch(`${house.url}/demo/codes/?format=json`)).json();
  return codes.find((code) => code.name === name).code;
}
