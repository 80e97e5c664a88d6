// The service portal: a clerk brings a list, decides, prints and ticks, by mouse, by keyboard and without JavaScript; the
// pictures of the guide, which are of the journey by mouse.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test, { after } from 'node:test';

import { everyView, openHouse, picture } from './harness.mjs';
import { CLERK, LEAD, staffSignedIn } from './lib/staff.mjs';
import { KEYBOARD, MOUSE, assertWhole, field, refused, tabTo, unseenStops } from './lib/steps.mjs';

/// Where the homes of a list are. A postcode and a number are one home, so each journey has a postcode of its own.
const BEUKENLAAN = { street: 'Beukenlaan', postcode: '7607 AB', n: 'N00' };
const EIKENLAAN = { street: 'Eikenlaan', postcode: '7607 KA', n: 'E00' };
const ESSENLAAN = { street: 'Essenlaan', postcode: '7607 KB', n: 'S00' };
const IEPENLAAN = { street: 'Iepenlaan', postcode: '7607 KC', n: 'I00' };

/// A list as a client sends it: five homes of a street, of which three can be taken in.
const list = ({ street, postcode, n }) => [
  'Huurders Lindelaan;;;;;;',
  'VHE-nummer;Straat;Huisnr.;Postcode;Plaats;BSN;E-mailadres',
  `${n}1;${street};1;${postcode};Almelo;123456782;anna.${n}@bewoners.test`,
  `${n}2;${street};2-A;${postcode.replace(' ', '').toLowerCase()};Almelo;;mailto:bo.${n}@bewoners.test`,
  `${n}3;${street};3;${postcode};Almelo;;n.v.t.`,
  `${n}4;${street};4;${postcode};Almelo;;"cas.${n}@bewoners.test; dirk.${n}@bewoners.test"`,
  `${n}5;${street};5;76AB;Almelo;;eva.${n}@bewoners.test`,
].join('\r\n');

/// The list after it: the same residents of one home have another address.
const correction = ({ street, postcode, n }) => [
  'VHE-nummer;Straat;Huisnr.;Postcode;Plaats;E-mailadres',
  `${n}1;${street};1;${postcode};Almelo;anna.anders.${n}@bewoners.test`,
].join('\r\n');

const csv = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const house = await openHouse();
after(() => house.close());

const signedIn = (who, view, way) => staffSignedIn(house, who, view, way);

/// The first project of whoever is signed in.
async function firstProject(page) {
  await page.goto('/service/projecten/');
  return page.locator('main a[href^="/service/projecten/"]').first().getAttribute('href');
}

/// On the page of the lists of a project: gives the file, sends it, and waits until it was read.
async function upload(page, way, file, view = {}) {
  await way.give(page, page.locator('#file'), file);
  await setToWork(page, way, page.locator('form[enctype] button[type=submit]'), '#decide-title, #end-title', view);
  assert.match(page.url(), /\/lijst\/[0-9a-f-]{36}\/$/);
}

/// Presses `button`, which sets a job to work that is done when `sign` is there. The script shows the page anew by itself; without
/// it one looks again.
async function setToWork(page, way, button, sign, { javascript = true } = {}) {
  const done = page.locator(sign);
  if (javascript) {
    await way.press(page, button);
    await done.waitFor();
    return;
  }
  let next = button;
  do {
    const loaded = page.waitForEvent('load');
    await way.press(page, next);
    await loaded;
    next = page.locator('noscript a').first();
  } while (await done.count() === 0);
}

/// Presses what gives a file, and gives its bytes.
async function downloaded(page, way, link) {
  const download = page.waitForEvent('download');
  await way.press(page, link);
  return readFile(await (await download).path());
}

const tab = (page, path) => page.locator(`.hs-tabs a[href^="${path}"]`);

/// From signing in to searching the homes. Nothing but the sign-in page is gone to by its address.
async function journey(way, at, { view = {}, guide = async () => {} } = {}) {
  const look = (more = {}) => assertWhole(page, { ...view, ...more });
  const page = await signedIn(CLERK, view, way);
  await look();
  await way.press(page, page.locator('main a[href="/service/projecten/"]'));
  await page.waitForURL(/\/service\/projecten\/$/);
  await look();
  await guide(page, 'projects');
  const project = await findProject(page, way);
  await look();
  await guide(page, 'board');

  await way.press(page, tab(page, `${project}lijst/`));
  await page.waitForURL(`**${project}lijst/`);
  await look();
  await guide(page, 'upload');
  await upload(page, way, csv('huurders mei.csv', list(at)), view);
  await look();
  await guide(page, 'batch-judged');
  assert.doesNotMatch(await page.textContent('main'), /123456782/, 'law 13');
  const batch = page.url();
  const rows = page.locator('#rows tbody tr');
  const filter = page.locator('nav.hs-tally a');
  await way.press(page, filter.and(page.locator('[href*="show=conflict"]')));
  await page.waitForURL(/show=conflict/);
  assert.equal(await rows.count(), 1);
  await look();
  await way.press(page, filter.first());
  await page.waitForURL(`${batch}#rows`);
  assert.equal(await rows.count(), 5);
  await setToWork(page, way, page.locator('button[form=confirm]'), '#done-title', view);
  await look();
  await guide(page, 'batch-applied');
  await takeBack(page, way, at);
  await lookAtUndoing(page, way, look);

  await way.press(page, tab(page, `${project}lijst/`));
  await page.waitForURL(`**${project}lijst/`);
  await correct(page, way, at, { view, look });

  await way.press(page, tab(page, '/service/brieven/'));
  await page.waitForURL(/brieven/);
  await look();
  await way.press(page, page.locator('main form[action="/service/brieven/"] button[type=submit]'));
  await page.waitForURL(/made=1/);
  await look();
  await guide(page, 'letters');
  const letters = await downloaded(page, way, page.locator('.hs-next a[href$="/brief.pdf"]').first());
  assert.equal(letters.subarray(0, 5).toString(), '%PDF-');

  await way.press(page, tab(page, '/service/werklijst/'));
  await page.waitForURL(/werklijst/);
  await way.press(page, page.locator('nav.hs-tally a[href*="list=not-told"]'));
  await page.waitForURL(/list=not-told/);
  await look();
  await guide(page, 'worklist');
  await handOut(page, way, { look, guide });

  await way.press(page, tab(page, '/service/woningen/'));
  await page.waitForURL(/woningen/);
  await look();
  await guide(page, 'homes');
  await way.fill(page, field(page, 'q'), at.street);
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=/);
  assert.equal(await page.locator('main table tbody tr').count(), 3);
  await look();
}

/// From all projects to the board of the first, by its name.
async function findProject(page, way) {
  const first = page.locator('main tbody th a').first();
  const project = await first.getAttribute('href');
  const name = await first.textContent();
  await way.fill(page, field(page, 'q'), name);
  await way.press(page, page.locator('form[role=search] button'));
  await page.waitForURL(/q=/);
  await way.press(page, page.locator(`main tbody th a[href="${project}"]`));
  await page.waitForURL(`**${project}`);
  return project;
}

/// The list comes back with the usernames in it, and the rows that were left with the reasons.
async function takeBack(page, way, { n }) {
  const bytes = {};
  for (const file of ['terug.xlsx', 'terug.csv', 'fouten.xlsx', 'fouten.csv']) {
    bytes[file] = await downloaded(page, way, page.locator(`main a[href$="/${file}"]`));
  }
  for (const file of ['terug.xlsx', 'fouten.xlsx']) assert.equal(bytes[file].subarray(0, 2).toString(), 'PK', file);
  assert.match(bytes['terug.csv'].toString(), new RegExp(`${n}1;`));
  assert.match(bytes['fouten.csv'].toString(), new RegExp(`${n}4;`));
  assert.doesNotMatch(bytes['fouten.csv'].toString(), new RegExp(`${n}1;`));
}

/// What undoing would do, and away from it.
async function lookAtUndoing(page, way, look) {
  const batch = page.url();
  await way.press(page, page.locator('main a[href$="/terugdraaien/"]'));
  await page.waitForURL(/terugdraaien/);
  await look();
  assert.equal(await page.locator('main tbody input[type=checkbox]').count(), 3);
  await way.press(page, page.locator(`main form a[href="${new URL(batch).pathname}"]`));
  await page.waitForURL(batch);
}

/// Law 7: other addresses only when somebody says that the residents are the same. What was carried out is undone again.
async function correct(page, way, at, { view, look }) {
  await upload(page, way, csv('huurders juni.csv', correction(at)), view);
  await look();
  const confirm = page.locator('button[form=confirm]');
  await way.press(page, confirm);
  await page.waitForURL(/bevestigen/);
  assert.equal(await page.locator('#residents-error').count(), 1);
  await refused(page, view);
  await look({ fault: true });
  await way.choose(page, page.locator('#residents-same'));
  await setToWork(page, way, confirm, '#done-title', view);
  await look();
  await way.press(page, page.locator('main a[href$="/terugdraaien/"]'));
  await page.waitForURL(/terugdraaien/);
  await way.tick(page, page.locator('main tbody input[type=checkbox]'));
  await way.press(page, page.locator('button[data-tick-button]'));
  await page.waitForURL(/undone=1/);
  assert.equal(await page.locator('#end-title').count(), 1);
  await look();
}

/// One home is ticked, looked at, and handed out; that is taken back and done once more.
async function handOut(page, way, { look, guide }) {
  const rows = page.locator('main table tbody tr');
  const ticked = page.locator('button[data-tick-button]');
  const waiting = await rows.count();
  assert.ok(waiting > 0);
  const username = await rows.first().locator('.hs-code').textContent();
  const once = async (shown) => {
    await way.tick(page, rows.first().locator('input[type=checkbox]'));
    await way.press(page, ticked);
    await page.waitForURL(/\/verstrekt\//);
    assert.equal(await page.locator('main tbody .hs-code').textContent(), username);
    await look();
    await shown();
    await way.press(page, page.locator('main form[method=post] button[type=submit]'));
    await page.waitForURL(/done=1/);
    assert.equal(await rows.count(), waiting - 1);
    await look();
  };
  await once(() => guide(page, 'handout'));
  await way.press(page, page.locator('form[action="/service/werklijst/terug/"] button'));
  await page.waitForURL(/undone=1/);
  assert.equal(await rows.count(), waiting);
  await look();
  await once(async () => {});
}

const guide = (page, name) => picture(page, `service-${name}-nl-light-1280`);
const PLAIN = { lang: 'nl', javascript: false };

test('a clerk brings a list, decides, prints and ticks, by mouse', () => journey(MOUSE, BEUKENLAAN, { guide }));
test('a clerk brings a list, decides, prints and ticks, by keyboard only', () => journey(KEYBOARD, EIKENLAAN));
test('a clerk brings a list, decides, prints and ticks, without JavaScript', () => journey(MOUSE, ESSENLAAN, { view: PLAIN }));

test('a project lead throws a list away, by keyboard only', async () => {
  const page = await signedIn(LEAD, {}, KEYBOARD);
  const project = await firstProject(page);
  await page.goto(`${project}lijst/`);
  await upload(page, KEYBOARD, csv('verkeerd.csv', list(IEPENLAAN)));
  await KEYBOARD.press(page, page.locator('form[action$="/weggooien/"] button[type=submit]'));
  await page.locator('#end-title').waitFor();
  await assertWhole(page);
});

test('the short ways of the keyboard: past the header, to the search field, from row to row', async () => {
  const page = await signedIn(CLERK, {}, KEYBOARD);
  const key = (await firstProject(page)).split('/').slice(3, 5).join('/');
  await page.goto(`/service/werklijst/?project=${key}&list=not-told`);
  assert.equal(await tabTo(page, page.locator('.hs-skip')), 1);
  await page.keyboard.press('Enter');
  await page.waitForURL(/#main$/);
  assert.ok(await tabTo(page, page.locator('#what')) <= 20, 'what is to be done is near');
  const boxes = page.locator('main tbody input[type=checkbox]');
  assert.ok(await boxes.count() >= 2);
  await KEYBOARD.tick(page, boxes.first());
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  assert.ok(await boxes.nth(1).isChecked());
  assert.match(await page.textContent('[data-tick-button]'), /\(2\)/);
  // Enter on a box is the button that takes what is ticked.
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/verstrekt\//);
  assert.equal(await page.locator('main tbody tr').count(), 2);
  await page.goto(`/service/woningen/?project=${key}`);
  await page.keyboard.press('/');
  await page.keyboard.type('a/b');
  assert.equal(await field(page, 'q').inputValue(), 'a/b');
});

/// All of a list is ticked, and taken back again; both are shown before.
async function takesBackAll(page, key) {
  for (const [list, button, done] of [['not-told', 'form[action$="/verstrekt/"] button[value=all]:not([formaction])', /done=/],
    ['no-reset-asked', 'button[value=all][formaction$="/terug/"]', /undone=/]]) {
    await page.goto(`/service/werklijst/?project=${key}&list=${list}`);
    await assertWhole(page);
    await page.locator(button).click();
    await page.waitForURL(/\/(verstrekt|terug)\//);
    await assertWhole(page);
    await page.locator('main form[method=post] button[type=submit]').click();
    await page.waitForURL(done);
  }
}

/// Column names that nobody knows, under a title; a number that the law keeps out.
const UNKNOWN = ['Overzicht;;;', 'Objekt;Wie;Waar;Nr', 'Z001;zoe@bewoners.test;Wilgenlaan 1;123456782', 'Z002;zed@bewoners.test;Wilgenlaan 2;111222333',
  'Z003;;Wilgenlaan 3;123456782'].join('\r\n');

for (const [name, view] of [['', { lang: 'nl' }], [' without JavaScript, on a telephone', { ...PLAIN, width: 320 }]]) {
  test(`a list whose column names nobody knows waits for somebody who points them out${name}`, async () => {
    const page = await signedIn(CLERK, view);
    const look = (more = {}) => assertWhole(page, { ...view, ...more });
    await page.goto(`${await firstProject(page)}lijst/`);
    await MOUSE.give(page, page.locator('#file'), csv('objecten.csv', UNKNOWN));
    await setToWork(page, MOUSE, page.locator('form[enctype] button[type=submit]'), '#columns-title', view);
    await look();
    if (!view.width) await guide(page, 'batch-columns');
    assert.doesNotMatch(await page.textContent('main'), /123456782|111222333/, 'law 13');
    // Nothing is chosen: the same page says what is missing.
    await submitColumns(page);
    await look({ fault: true });
    await page.locator('#header').fill('2');
    await page.locator('form[method=get] button[type=submit]').click();
    await page.waitForURL(/header=2/);
    await page.locator('#column-0').selectOption('client-number');
    await page.locator('#column-1').selectOption('email');
    await setToWork(page, MOUSE, page.locator('form[action$="/kolommen/"] button[type=submit]'), '#decide-title', view);
    await look();
    assert.equal(await page.locator('#rows tbody tr').count(), 3);
    await page.locator('form[action$="/weggooien/"] button[type=submit]').first().click();
    await page.locator('#end-title').waitFor();
  });
}

async function submitColumns(page) {
  await page.locator('form[action$="/kolommen/"] button[type=submit]').click();
  await page.waitForURL(/kolommen/);
}

test('what has the focus is not under what sticks to the top, in long tables too', async () => {
  const page = await signedIn(CLERK);
  const project = await firstProject(page);
  await page.goto(`${project}lijst/`);
  const rows = Array.from({ length: 55 }, (_, at) => `D${100 + at};Dreef;${at + 1};7607 KD;Almelo;dreef.${at}@bewoners.test`);
  await upload(page, MOUSE, csv('dreef.csv', ['VHE-nummer;Straat;Huisnr.;Postcode;Plaats;E-mailadres', ...rows].join('\r\n')));
  const batch = page.url();
  await setToWork(page, MOUSE, page.locator('button[form=confirm]'), '#done-title');
  const key = project.split('/').slice(3, 5).join('/');
  await takesBackAll(page, key);
  for (const path of [`/service/werklijst/?project=${key}&list=not-told`, `${batch}terugdraaien/`]) {
    for (const backwards of [false, true]) {
      await page.goto(path);
      const { stops, unseen } = await unseenStops(page, backwards);
      assert.ok(stops > 60, `${path}: ${stops} stops`);
      assert.deepEqual(unseen, [], path);
    }
  }
});

test('without JavaScript a file that is no list is told so', async () => {
  const page = await signedIn(CLERK, PLAIN);
  await page.goto(`${await firstProject(page)}lijst/`);
  await upload(page, MOUSE, { name: 'geen lijst.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') }, PLAIN);
  assert.match(await page.textContent('main'), /PDF/);
});

everyView(test, 'the pages of the portal', async (view) => {
  const page = await signedIn(CLERK, view);
  const project = await firstProject(page);
  const key = project.split('/').slice(3, 5).join('/');
  const pages = ['/service/projecten/', project, `${project}lijst/`, `/service/werklijst/?project=${key}`,
    `/service/brieven/?project=${key}`, `/service/woningen/?project=${key}`];
  for (const path of pages) {
    const answer = await page.goto(path);
    assert.equal(answer.status(), 200, path);
    await assertWhole(page, view);
    await picture(page, `portal-${pages.indexOf(path)}-${view.lang}-${view.scheme}-${view.width}`);
  }
});
