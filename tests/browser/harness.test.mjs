// The harness itself: each of its checks is shown to find a planted fault.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';

import { assertAccessible, assertFits, axe, pairwise, picture } from './harness.mjs';
import { startBrowser } from './lib/browser.mjs';
import { startDemo } from './lib/demo.mjs';
import { KEYBOARD, tabTo } from './lib/steps.mjs';
import { every, views } from './lib/views.mjs';

const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'";
const good = (inside) => `<!doctype html><html lang="nl"><head><title>Proef</title><meta name="viewport" content="width=device-width"></head>
  <body><main><h1>Proef</h1>${inside}</main></body></html>`;
const STOPS = '<a href="/plain/">Een</a> <button type="button">Twee</button>';
const PAGES = {
  '/good/': good('<p id="script">uit</p><script src="/good.js"></script>'),
  '/plain/': good('<p>Alles goed.</p>'),
  '/no-label/': good('<form><input name="username"></form>'),
  '/wide/': good('<pre>' + 'breed '.repeat(200) + '</pre>'),
  '/wide-at-night/': good('<link rel="stylesheet" href="/night.css"><p class="wide">Breed in het donker.</p>'),
  '/inline/': good('<script>document.title = "gekaapt"</script>'),
  '/throws/': good('<script src="/throws.js"></script>'),
  '/foreign/': good('<img alt="" src="http://elsewhere.test/pixel.png">'),
  '/keys/': good(`<link rel="stylesheet" href="/ring.css"><p>Ga met Tab.</p>${STOPS} <input aria-label="Drie" type="checkbox">`),
  '/keys-shadow/': good(`<link rel="stylesheet" href="/shadow.css">${STOPS}`),
  '/keys-under/': good(`<link rel="stylesheet" href="/under.css"><div class="bar">Balk</div>${STOPS}`),
  '/missing/': good('<img alt="" src="/missing.png">'),
};

/// A ring as the house draws it; then a shadow that is always there instead of it; then a bar that lies over the links.
const STYLES = {
  '/night.css': '@media (prefers-color-scheme: dark) and (max-width: 400px) { .wide { inline-size: 500px } }',
  '/ring.css': ':focus-visible { outline: 3px solid #0b5c7a }',
  '/shadow.css': ':focus-visible { outline: none } a { box-shadow: inset 0 -3px 0 #0b5c7a }',
  '/under.css': ':focus-visible { outline: 3px solid #0b5c7a } .bar { position: fixed; inset: 0; background: #fff }',
};

let server;
let url;
let browser;
before(async () => {
  server = createServer((request, answer) => {
    const script = { '/good.js': 'document.getElementById("script").textContent = "aan"', '/throws.js': 'throw new Error("kapot")' }[request.url];
    if (script) return answer.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    const style = STYLES[request.url];
    if (style) return answer.writeHead(200, { 'content-type': 'text/css' }).end(style);
    const page = PAGES[request.url];
    const status = { '/refused/': 422, '/broken/': 500 }[request.url] ?? (page ? 200 : request.url.endsWith('/') ? 422 : 404);
    // Where the policy would already stop the request, the harness would not see it.
    const policy = request.url === '/foreign/' ? {} : { 'content-security-policy': POLICY };
    return answer.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...policy }).end(page ?? good('<p>Nee.</p>'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://localhost:${server.address().port}`;
  browser = await startBrowser(url);
});
after(async () => {
  await browser.close();
  server.close();
});

/// Opens one page; gives what `look` found, or the complaint when the page was not quiet.
async function visit(path, look = async () => {}, options = {}) {
  const page = await browser.newPage(options);
  try {
    await page.goto(path, { waitUntil: 'networkidle' });
    const found = await look(page);
    page.assertQuiet();
    return found;
  } catch (error) {
    return error;
  } finally {
    await page.context().close();
  }
}

test('a good page is accessible, fits and is quiet', async () => {
  const found = await visit('/good/', async (page) => {
    await assertAccessible(page);
    await assertFits(page);
    return page.textContent('#script');
  }, { width: 320 });
  assert.equal(found, 'aan');
});

test('without JavaScript no script of the page runs', async () => {
  assert.equal(await visit('/good/', (page) => page.textContent('#script'), { javascript: false }), 'uit');
});

test('language, scheme and width reach the page', async () => {
  const seen = await visit('/plain/', (page) => page.evaluate(() => ({
    language: navigator.language,
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    forced: matchMedia('(forced-colors: active)').matches,
    width: innerWidth,
  })), { lang: 'en', scheme: 'forced', width: 320 });
  assert.deepEqual(seen, { language: 'en-GB', dark: true, forced: true, width: 320 });
});

test('a picture is taken where git does not see it', async () => {
  delete process.env.HUISSLEUTEL_PICTURES;
  assert.equal(await visit('/plain/', (page) => picture(page, 'harness')), undefined);
  const png = await readFile(new URL('out/harness.png', import.meta.url));
  assert.equal(png.subarray(1, 4).toString(), 'PNG');
});

test('axe finds a field without a label', async () => {
  const found = await visit('/no-label/', axe);
  assert.ok(found.some((violation) => violation.startsWith('label:')), found.join('\n'));
});

test('a page that is too wide is found', async () => {
  assert.match(String(await visit('/wide/', assertFits, { width: 320 })), /needs \d+ px/);
});

test('a page may answer 422 without a fault, and may not answer 500', async () => {
  assert.equal(await visit('/refused/', (page) => page.textContent('p')), 'Nee.');
  assert.match(String(await visit('/broken/')), /500/);
});

test('Tab leads on from where the focus is, and round the end of the page', async () => {
  const stops = await visit('/keys/', async (page) => {
    const found = [];
    for (const what of ['input', 'a']) found.push(await tabTo(page, page.locator(what)));
    await KEYBOARD.tick(page, page.locator('input'));
    return found;
  });
  assert.deepEqual(stops, [3, 2]);
});

for (const [path, what, fault] of [
  ['/keys/', 'p', /does not lead there in 8 stops/],
  ['/keys-shadow/', 'button', /not seen on <a/],
  ['/keys-under/', 'button', /out of sight on <a/],
]) {
  test(`${path}: the keyboard does not get to ${what}`, async () => {
    assert.match(String(await visit(path, (page) => tabTo(page, page.locator(what)))), fault);
  });
}

for (const [path, fault] of [
  ['/inline/', /Content Security Policy/],
  ['/throws/', /script: kapot/],
  ['/foreign/', /another host: http:\/\/elsewhere\.test/],
  ['/missing/', /404 .*missing\.png/],
]) {
  test(`${path} is not quiet`, async () => assert.match(String(await visit(path)), fault));
}

test('a browser that closes tells of pages that nobody asked about', async () => {
  const other = await startBrowser(url);
  const page = await other.newPage();
  await page.goto('/throws/', { waitUntil: 'networkidle' });
  await assert.rejects(other.close(), /script: kapot/);
});

test('a fault that shows in one look only is found, and the page comes back to its own', async () => {
  const also = [{ scheme: 'dark', width: 320 }];
  const own = (page) => page.evaluate(() => [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]);
  const walk = (looks) => async (page) => {
    await page.inEveryLook(() => assertFits(page));
    return [looks, ...(await own(page))];
  };
  assert.deepEqual(await visit('/wide-at-night/', walk('alone')), ['alone', 1280, false]);
  assert.match(String(await visit('/wide-at-night/', walk('both'), { also })), /\[dark 320\] .*needs 5\d\d px and has 320/);
  assert.deepEqual(await visit('/good/', walk('both'), { also }), ['both', 1280, false]);
});

test('a journey is walked in each language, and its pages are looked at in all the looks that were chosen', () => {
  assert.deepEqual(views.map(({ lang }) => lang), ['nl', 'en']);
  const looked = views.flatMap((view) => [view, ...view.also]);
  for (const [x, y] of [['lang', 'scheme'], ['lang', 'width'], ['scheme', 'width']]) {
    const pairs = new Set(looked.map((look) => `${look[x]} ${look[y]}`));
    assert.equal(pairs.size, { lang: 2, scheme: 3, width: 2 }[x] * { lang: 2, scheme: 3, width: 2 }[y], `${x} ${y}`);
  }
});

test('pairwise covers every pair with fewer views', () => {
  const factors = { a: [1, 2], b: [1, 2, 3], c: [1, 2] };
  const chosen = pairwise(factors);
  assert.ok(chosen.length < every(factors).length);
  for (const view of every(factors)) {
    for (const [x, y] of [['a', 'b'], ['a', 'c'], ['b', 'c']]) {
      assert.ok(chosen.some((other) => other[x] === view[x] && other[y] === view[y]), `${x}=${view[x]} ${y}=${view[y]}`);
    }
  }
});

test('a program that does not start is a failure with its words', async () => {
  await assert.rejects(startDemo('/bin/false'), /did not start: it ended with 1/);
  await assert.rejects(startDemo('/nowhere/huissleutel'), /did not start/);
});

/// A program that answers as the demo does, and ends with `code` when it is told to stop.
async function withFakeDemo(code, look) {
  const folder = await mkdtemp(join(tmpdir(), 'huissleutel-fake-'));
  const program = join(folder, 'program.cjs');
  const source = `#!${process.execPath}
    const [, port] = process.argv[4].split(':');
    let forward = 'not at all';
    const mails = () => JSON.stringify([{ to: 'ada@example.nl', subject: 'Klok ' + forward, text: '', html: '', links: [] }]);
    require('node:http').createServer((request, answer) => {
      if (request.method !== 'POST') return answer.writeHead(200).end(request.url.startsWith('/demo/mail/') ? mails() : 'ready');
      request.on('data', (data) => { forward = String(data); });
      return request.on('end', () => answer.writeHead(forward === 'forward=never' ? 422 : 303).end());
    }).listen(Number(port), '127.0.0.1');
    process.on('SIGTERM', () => process.exit(${code}));`;
  await writeFile(program, source, { mode: 0o755 });
  try {
    await look(await startDemo(program));
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('mails are waited for, the clock is moved, and the program stops', async () => {
  await withFakeDemo(0, async (demo) => {
    try {
      await demo.clockForward('2h');
      const mail = await demo.mail(({ to }) => to === 'ada@example.nl');
      assert.equal(mail.subject, 'Klok forward=2h');
      await assert.rejects(demo.clockForward('never'), /moving the clock by never/);
      await assert.rejects(demo.mail(({ to }) => to === 'nobody@example.nl', 100), /caught: ada@example\.nl: Klok/);
    } finally {
      await demo.close();
    }
  });
});

test('a program that does not stop in good order is a failure', async () => {
  await withFakeDemo(7, (demo) => assert.rejects(demo.close(), /ended with 7/));
});
