// A client's own texts: an admin writes one, is refused with line and reason, sees it as residents will, keeps it, and goes back;
// by mouse and by keyboard through the same steps.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { everyView, openHouse, picture } from './harness.mjs';
import { CLERK, ORG_ADMIN, staffSignedIn } from './lib/staff.mjs';
import { KEYBOARD, MOUSE, NEWCOMERS, RESET, assertWhole, field, submit, summaryTakesFocus } from './lib/steps.mjs';

const LIST = '/service/teksten/';
/// A square of 32 pixels.
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAIAAAD8GO2jAAAAKklEQVR42mPYEqxFU8QwasGoBaMWjFowasGoBaMWjFowasGoBaMWDBULACW4xD2klBwwAAAAAElFTkSuQmCC',
  'base64',
);
const house = await openHouse();
after(() => house.close());

const text = (page) => page.locator('#text');
const keep = (page) => page.locator('.hs-decide button[type=submit]');
const back = (page) => page.locator('form[action$="/standaard/"] button');

/// Written, refused, looked at, kept; the page of the list.
async function writes(page, way, piece, typed) {
  await page.goto(LIST);
  await assertWhole(page);
  await way.press(page, page.locator(`main a[href="${LIST}nl/${piece}/"]`));
  await page.waitForURL(new RegExp(`/nl/${piece}/`));
  await assertWhole(page);
  await way.fill(page, text(page), 'Zie mijn.delinde.nl');
  await way.press(page, submit(page));
  await summaryTakesFocus(page);
  await assertWhole(page, { fault: true });
  assert.match(await page.textContent('#text-error'), /Regel 1, teken 5/);
  assert.equal(await text(page).inputValue(), 'Zie mijn.delinde.nl', 'what was typed stays');
  await way.fill(page, text(page), typed);
  await way.press(page, submit(page));
  await page.waitForSelector('#sure-title');
  await assertWhole(page);
  assert.match(await page.locator('[aria-labelledby=preview-title]').textContent(), /Dag bewoner van/);
  await way.press(page, keep(page));
  await page.waitForURL(/told=kept/);
  await assertWhole(page);
}

async function goesBack(page, way, piece) {
  await page.goto(`${LIST}nl/${piece}/`);
  await assertWhole(page);
  await way.press(page, back(page));
  await page.waitForURL(/told=removed/);
  await assertWhole(page);
}

test('an admin writes a greeting that residents read, and goes back, by mouse', async () => {
  const page = await staffSignedIn(house, ORG_ADMIN);
  await page.locator(`header a[href="${LIST}"]`).click();
  await page.waitForURL(`**${LIST}`);
  await writes(page, MOUSE, 'mail-greeting', 'Dag bewoner van {verhuurder},');
  const { username, email } = NEWCOMERS[5];
  const resident = await house.newPage();
  await resident.goto(RESET);
  await field(resident, 'username').fill(username);
  await submit(resident).click();
  const mail = await house.mail((one) => one.to === email);
  assert.match(mail.text, /Dag bewoner van .+,/);
  assert.ok(!mail.text.includes(username), 'law 4');
  await goesBack(page, MOUSE, 'mail-greeting');
});

test('an admin writes a greeting of letters and goes back, by keyboard only', async () => {
  const page = await staffSignedIn(house, ORG_ADMIN, {}, KEYBOARD);
  await writes(page, KEYBOARD, 'letter-greeting', 'Dag bewoner van {dienst},');
  await goesBack(page, KEYBOARD, 'letter-greeting');
});

test('the letter of an invented home can be taken along before anything is kept, and a clerk changes nothing', async () => {
  const page = await staffSignedIn(house, ORG_ADMIN);
  await page.goto(`${LIST}nl/letter-intro/`);
  await text(page).fill('Welkom bij {dienst}.');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('button[formaction$="voorbeeld.pdf"]').click(),
  ]);
  assert.equal(file.suggestedFilename(), 'voorbeeld.pdf');
  await page.goto(LIST);
  assert.equal(await page.locator('main .hs-chip--good').count(), 0);
  const clerk = await staffSignedIn(house, CLERK);
  assert.equal((await clerk.goto(LIST)).status(), 403);
});

test('a logo is refused as SVG, taken as PNG, shown and taken away', async () => {
  const page = await staffSignedIn(house, ORG_ADMIN);
  const send = async (name, buffer) => {
    await page.goto(`${LIST}logo/`);
    await assertWhole(page);
    await field(page, 'file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await page.locator('form[enctype] button[type=submit]').click();
  };
  await send('logo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
  await summaryTakesFocus(page);
  await assertWhole(page, { fault: true });
  await send('logo.png', PNG);
  await page.waitForURL(/told=logo/);
  await assertWhole(page);
  await page.goto(`${LIST}logo/`);
  await page.waitForFunction(() => document.querySelector('.hs-own-logo')?.naturalWidth === 32);
  await assertWhole(page);
  await page.locator('form[action$="/weg/"] button').click();
  await page.waitForURL(/told=no-logo/);
});

test('without JavaScript a text is written too', async () => {
  const page = await staffSignedIn(house, ORG_ADMIN, { javascript: false });
  await page.goto(`${LIST}en/sender/`);
  await text(page).fill('{landlord}');
  await submit(page).click();
  await keep(page).click();
  await page.waitForURL(/told=kept/);
  await page.goto(`${LIST}en/sender/`);
  await back(page).click();
  await page.waitForURL(/told=removed/);
});

everyView(test, 'the pages of own texts', async ({ lang, scheme, width }) => {
  const page = await staffSignedIn(house, ORG_ADMIN, { lang, scheme, width });
  const look = async (path, name) => {
    await page.goto(`${path}?lang=${lang}`);
    await assertWhole(page, { lang });
    await picture(page, `${name}-${lang}-${scheme}-${width}`);
  };
  await look(LIST, 'texts-list');
  await look(`${LIST}nl/reset-intro/`, 'texts-mail');
  await look(`${LIST}nl/letter-intro/`, 'texts-letter');
  await look(`${LIST}logo/`, 'texts-logo');
  await look(`${LIST}nl/help/`, 'texts-help');
  await text(page).fill('Bel 0800-0123\n{niets}');
  await submit(page).click();
  await page.waitForSelector('.hs-summary');
  await assertWhole(page, { lang, fault: true });
  await picture(page, `texts-refused-${lang}-${scheme}-${width}`);
  await text(page).fill('Bel 0800-0123');
  await submit(page).click();
  await page.waitForSelector('#sure-title');
  await assertWhole(page, { lang });
  await picture(page, `texts-sure-${lang}-${scheme}-${width}`);
});
