// `/demo/components/`: every component in every state. What holds for it holds for the pages that are made of it: contents for axe,
// width, the size of targets, the ring around the focus, motion, and what a screen reader finds.

import assert from 'node:assert/strict';
import test, { after } from 'node:test';

import { everyView, openHouse, picture } from './harness.mjs';
import { assertTree } from './lib/aria.mjs';
import { faintRings, movesLonger, smallTargets } from './lib/measure.mjs';
import { assertWhole, unseenStops } from './lib/steps.mjs';

const KIT = '/demo/components/';
const WRONG = `${KIT}?state=wrong`;
/// Where staff work with a mouse, rows are close together.
const DENSE = '.hs-table, .hs-crumbs, .hs-chip--link, .hs-file, .hs-links';

const house = await openHouse();
after(() => house.close());

async function open(view, path = KIT) {
  const page = await house.newPage(view);
  const answer = await page.goto(path);
  assert.equal(answer.status(), path === KIT ? 200 : 422);
  return page;
}

everyView(test, 'every component', async (view) => {
  for (const [path, name] of [[KIT, 'components'], [WRONG, 'components-wrong']]) {
    const page = await open(view, path);
    await assertWhole(page, { ...view, fault: path === WRONG });
    await picture(page, `${name}-${view.lang}-${view.scheme}-${view.width}`);
  }
});

for (const width of [320, 1280]) {
  test(`targets are 44 px, and 24 px in dense tables under a mouse [${width}]`, async () => {
    for (const path of [KIT, WRONG]) assert.deepEqual(await smallTargets(await open({ width }, path), 44, DENSE), []);
  });

  test(`targets are 44 px everywhere under a finger [${width}]`, async () => {
    for (const path of [KIT, WRONG]) assert.deepEqual(await smallTargets(await open({ width, touch: true }, path), 44), []);
  });
}

test('a target that is too small is found', async () => {
  const page = await open({});
  await page.locator('.hs-kit__room .hs-button').first().evaluate((button) => button.classList.add('hs-button--tiny'));
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.hs-button--tiny { min-block-size: 0 !important; padding: 0 !important; }');
    document.adoptedStyleSheets = [sheet];
  });
  assert.equal((await smallTargets(page, 44, DENSE)).length, 1);
});

for (const scheme of ['light', 'dark']) {
  test(`the focus is seen on everything [${scheme}]`, async () => {
    const page = await open({ scheme });
    const { stops, faint } = await faintRings(page);
    assert.ok(stops > 50, `${stops} stops`);
    assert.deepEqual(faint, []);
    assert.deepEqual((await unseenStops(await open({ scheme }), false)).unseen, []);
  });
}

test('a ring that is too faint is found', async () => {
  const page = await open({});
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':focus-visible { outline-color: #d9d2c5 !important; }');
    document.adoptedStyleSheets = [sheet];
  });
  assert.ok((await faintRings(page)).faint.length > 50);
});

test('nothing moves for whoever asked for that, and nothing long for anybody else', async () => {
  for (const path of [KIT, '/login/', '/login/accounts/pass/reset/']) {
    const still = await house.newPage({ motion: 'reduce' });
    await still.goto(path);
    assert.deepEqual(await movesLonger(still, 0), [], path);
  }
  const page = await open({ motion: 'no-preference' });
  assert.ok((await movesLonger(page, 0)).length > 10, 'the measure sees what moves');
  assert.deepEqual(await movesLonger(page, 0.18), []);
});

test('what a screen reader finds', async () => {
  for (const [path, name] of [[KIT, 'components'], [WRONG, 'components-wrong']]) await assertTree(await open({}, path), name);
});
