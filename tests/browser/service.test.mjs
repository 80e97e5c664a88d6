// The service portal: a clerk brings a list, decides, prints and ticks, by mouse and by keyboard; the pictures of the guide.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { everyView, openHouse, picture } from './harness.mjs';
import { KEYBOARD, MOUSE, assertWhole, codeOf, field, signIn, submit } from './lib/steps.mjs';

const CLERK = ['joost@delinde.test', 'beer bakt ronde wafels'];
const LEAD = ['lin@huissleutel.test', 'walvis draagt gele sokken'];
const LIST = [
  'Huurders Lindelaan;;;;;;',
  'VHE-nummer;Straat;Huisnr.;Postcode;Plaats;BSN;E-mailadres',
  'N001;Beukenlaan;1;7607 AB;Almelo;123456782;anna.nieuw@bewoners.test',
  'N002;Beukenlaan;2-A;7607ab;Almelo;;mailto:bo.nieuw@bewoners.test',
  'N003;Beukenlaan;3;7607 AB;Almelo;;n.v.t.',
  'N004;Beukenlaan;4;7607 AB;Almelo;;cas@bewoners.test; dirk@bewoners.test',
  'N005;Beukenlaan;5;76AB;Almelo;;eva@bewoners.test',
].map((line) => line.replace('cas@bewoners.test; dirk@bewoners.test', '"cas@bewoners.test; dirk@bewoners.test"')).join('\r\n');

const house = await openHouse();
after(() => house.close());

async function signedIn([name, password], view = {}, way = MOUSE) {
  const page = await house.newPage(view);
  await signIn(page, name, password);
  await page.waitForURL(/second-factor/);
  await house.clockForward('1m');
  await way.fill(page, field(page, 'code'), await codeOf(house, name));
  await way.press(page, submit(page));
  await page.waitForURL(`${house.url}/`);
  return page;
}

/// The first project of whoever is signed in.
async function firstProject(page) {
  await page.goto('/service/projecten/');
  return page.locator('main a[href^="/service/projecten/"]').first().getAttribute('href');
}

async function upload(page, project, name, text = LIST) {
  await page.goto(`${project}lijst/`);
  await page.locator('#file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.locator('form[enctype] button[type=submit]').click();
  await page.waitForURL(/\/lijst\/[0-9a-f-]{36}\/$/);
  // Read by the job; without a script the page is asked for again.
  await page.waitForFunction(() => !document.querySelector('[data-watch]'), undefined, { timeout: 60_000 });
}

const guide = (page, name) => picture(page, `service-${name}-nl-light-1280`);

test('a clerk brings a list, decides, prints and ticks', async () => {
  const page = await signedIn(CLERK);
  await page.goto('/service/projecten/');
  await assertWhole(page);
  await guide(page, 'projects');
  const project = await firstProject(page);
  await page.goto(project);
  await assertWhole(page);
  await guide(page, 'board');
  await page.goto(`${project}lijst/`);
  await assertWhole(page);
  await guide(page, 'upload');
  await upload(page, project, 'huurders mei.csv');
  await assertWhole(page);
  await guide(page, 'batch-judged');
  const text = await page.textContent('main');
  assert.doesNotMatch(text, /123456782/, 'law 13');
  const batch = page.url();
  await page.goto(`${batch}?show=conflict`);
  assert.equal(await page.locator('section:has(nav.hs-tally) tbody tr').count(), 1);
  await page.goto(batch);
  await page.locator('button[form=confirm]').click();
  await page.waitForURL(batch);
  await page.waitForFunction(() => !document.querySelector('[data-watch]'), undefined, { timeout: 60_000 });
  await assertWhole(page);
  await guide(page, 'batch-applied');
  for (const file of ['terug.csv', 'terug.xlsx', 'fouten.csv', 'fouten.xlsx']) {
    const answer = await page.request.get(`${batch}${file}`);
    assert.equal(answer.status(), 200, file);
    assert.ok((await answer.body()).length > 50, file);
  }
  await page.goto(`${batch}terugdraaien/`);
  await assertWhole(page);

  const key = project.split('/').slice(3, 5).join('/');
  await page.goto(`/service/brieven/?project=${key}`);
  await assertWhole(page);
  await page.locator('main form[action="/service/brieven/"] button[type=submit]').first().click();
  await page.waitForURL(/made=1/);
  await assertWhole(page);
  await guide(page, 'letters');
  const pdf = await page.request.get(await page.locator('a[href$="/brief.pdf"]').first().getAttribute('href'));
  assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-');

  await page.goto(`/service/werklijst/?project=${key}&list=not-told`);
  await assertWhole(page);
  await guide(page, 'worklist');
  const waiting = await page.locator('main table tbody tr').count();
  assert.ok(waiting > 0);
  await page.locator('main table tbody input[type=checkbox]').first().check();
  await page.locator('button[name="which"][value="ticked"], form[action$="/verstrekt/"] button[type=submit]').first().click();
  await page.waitForURL(/\/verstrekt\//);
  await assertWhole(page);
  await guide(page, 'handout');
  await page.locator('main form[method=post] button[type=submit]').first().click();
  await page.waitForURL(/done=1/);
  await assertWhole(page);
  await page.goto(`/service/woningen/?project=${key}`);
  await assertWhole(page);
  await guide(page, 'homes');
  await field(page, 'q').fill('Beukenlaan');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=Beukenlaan/);
  assert.ok(await page.locator('main table tbody tr').count() >= 3);
});

test('a project lead throws a list away, by keyboard only', async () => {
  const page = await signedIn(LEAD, {}, KEYBOARD);
  const project = await firstProject(page);
  await upload(page, project, 'verkeerd.csv');
  const button = page.locator('form[action$="/weggooien/"] button[type=submit]');
  await KEYBOARD.press(page, button);
  await page.waitForURL(/\/lijst\/[0-9a-f-]{36}\/$/);
  await page.locator('#end-title').waitFor();
  await assertWhole(page);
});

test('without JavaScript a list is uploaded and read too', async () => {
  const page = await signedIn(CLERK, { javascript: false });
  const project = await firstProject(page);
  await page.goto(`${project}lijst/`);
  await page.locator('#file').setInputFiles({ name: 'geen lijst.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
  await page.locator('form[enctype] button[type=submit]').click();
  await page.waitForURL(/\/lijst\/[0-9a-f-]{36}\/$/);
  for (let tries = 0; tries < 100 && await page.locator('#end-title').count() === 0; tries += 1) {
    await page.waitForTimeout(100);
    await page.reload();
  }
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
