// What goes wrong, and what the page says then: at the field, in words, with the way on.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { everyView, openHouse } from './harness.mjs';
import { NAMES, RESET, SIGN_IN, askMail, assertWhole, choosePassword, field, resetLink, signIn, submit, summaryTakesFocus } from './lib/steps.mjs';

const house = await openHouse();
after(() => house.close());

/// The summary has the focus, and each of its links leads to a field that says the same.
async function assertRefused(page, fields) {
  await summaryTakesFocus(page);
  const targets = await page.locator('.hs-summary a').evaluateAll((links) => links.map((link) => link.hash.slice(1)));
  assert.deepEqual([...new Set(targets)], fields);
  for (const name of fields) {
    assert.equal(await field(page, name).getAttribute('aria-invalid'), 'true');
    assert.ok(await page.locator(`#${name}-error`).isVisible(), name);
  }
}

for (const { name, path, fields } of [
  { name: 'empty username', path: RESET, fields: ['username'] },
  { name: 'empty address', path: NAMES, fields: ['email'] },
  { name: 'empty sign-in', path: SIGN_IN, fields: ['username'] },
]) {
  test(name, async () => {
    const page = await house.newPage({ width: 320 });
    await page.goto(path);
    await submit(page).click();
    await page.waitForSelector('.hs-summary');
    await assertRefused(page, fields);
    await assertWhole(page, { fault: true });
  });
}

everyView(test, 'wrong password', async (view) => {
  const page = await house.newPage(view);
  // Nobody has this name: the tries of the views are counted apart from those of people.
  await signIn(page, `NIEMAND${view.width}${view.lang}${view.scheme}`, 'niet het goede wachtwoord');
  await page.waitForSelector('.hs-summary');
  await assertRefused(page, ['username']);
  assert.equal(await field(page, 'password').inputValue(), '', 'a password is never sent back');
  await assertWhole(page, { ...view, fault: true });
});

test('a weak password is refused with every reason at its field, then a dead link says why', async () => {
  const mine = { username: 'ALMELO08', email: 'fatima.elamrani@bewoners.test' };
  const page = await house.newPage({ width: 320 });
  const link = resetLink(await askMail(house, page, mine));
  for (const [password, reason] of [['kort', /te kort/], ['almelo08almelo08', /gebruikersnaam/i], ['1234567890123456', /rij|bekend/], ['ababababababababab', /hetzelfde/]]) {
    await page.goto(link);
    await field(page, 'username').fill(mine.username);
    await field(page, 'password').fill(password);
    await submit(page).click();
    await page.waitForSelector('.hs-summary');
    await assertRefused(page, ['password']);
    assert.match(await page.textContent('#password-error'), reason);
    assert.equal(await field(page, 'username').inputValue(), mine.username, 'nothing is typed twice');
  }
  await assertWhole(page, { fault: true });
  await field(page, 'username').fill('ALMELO99');
  await field(page, 'password').fill('tien ladders tegen de muur');
  await submit(page).click();
  await page.waitForSelector('#username-error');
  await assertRefused(page, ['username']);
  await choosePassword(page, link, mine.username, 'tien ladders tegen de muur');
  await assertDead(page, link, /al een wachtwoord gekozen/);
  assert.ok(await page.locator('main a.hs-button[href="/login/"]').isVisible());
});

/// A dead link: 410, why, and the form for a new one.
async function assertDead(page, link, why) {
  const answer = await page.goto(link);
  assert.equal(answer.status(), 410);
  assert.match(await page.textContent('main'), why);
  assert.ok(await field(page, 'username').isVisible());
  await assertWhole(page);
}

test('the username is forgotten: a carer gets all of them in one mail, with a way to a new password', async () => {
  const page = await house.newPage({ width: 320 });
  await page.goto(NAMES);
  await field(page, 'email').fill('els@mantelzorg.test');
  await submit(page).click();
  await page.waitForURL(/\/gevraagd\/$/);
  await assertWhole(page);
  const mail = await house.mail((mail) => mail.to === 'els@mantelzorg.test' && /gebruikersnamen/.test(mail.subject));
  for (const name of ['KADE01', 'KADE02', 'KADE03']) assert.ok(mail.text.includes(name), name);
  const link = mail.links.find((link) => link.includes('KADE02'));
  await page.goto(link);
  assert.equal(await field(page, 'username').inputValue(), 'KADE02');
});

test('who tries too often waits, and a browser that is recognised does not', async () => {
  const owner = await house.newPage();
  await signIn(owner, 'ALMELO02', 'zeven ganzen op de dijk');
  await owner.waitForURL(`${house.url}/`);
  await owner.locator('form[action="/logout/"] button').click();
  await owner.waitForURL(/after=leaving/);

  const stranger = await house.newPage();
  await stranger.goto(SIGN_IN);
  let status = 0;
  for (let attempt = 0; attempt < 12 && status !== 429; attempt += 1) {
    const answer = stranger.waitForResponse((answer) => answer.request().isNavigationRequest() && answer.request().method() === 'POST');
    await field(stranger, 'username').fill('ALMELO02');
    await field(stranger, 'password').fill(`verkeerd wachtwoord ${attempt}`);
    await submit(stranger).click();
    status = (await answer).status();
    await stranger.waitForLoadState('load');
  }
  assert.equal(status, 429);
  assert.match(await stranger.textContent('#username-error'), /Wacht .*(minu|uur)/);
  await assertWhole(stranger, { fault: true });

  await signIn(owner, 'ALMELO02', 'zeven ganzen op de dijk');
  await owner.waitForURL(`${house.url}/`);
});

test('a link that was replaced by newer ones, and links that are too old, say so', async () => {
  const mine = { username: 'ALMELO09', email: 'kees.prins@bewoners.test' };
  const page = await house.newPage();
  const links = [];
  for (let asked = 0; asked < 3; asked += 1) links.push(resetLink(await askMail(house, page, mine)));
  for (const link of links) assert.equal((await page.goto(link)).status(), 200, 'the newest three are alive');
  await house.clockForward('25h');
  for (const link of links) await assertDead(page, link, /te oud/);
  await field(page, 'username').fill(mine.username);
  await submit(page).click();
  await page.waitForURL(/\/gevraagd\/$/);
  const fresh = await house.mailsUntil((mails) => mails.find((mail) => mail.to === mine.email && !links.includes(resetLink(mail))));
  assert.equal((await page.goto(resetLink(fresh))).status(), 200);
});
