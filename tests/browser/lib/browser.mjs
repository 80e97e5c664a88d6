// Chromium, and pages that remember everything that went wrong on them.

import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
// No sandbox: CI runs as root. The rest keeps Chromium from looking for anything outside the house.
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const LOCALES = { nl: 'nl-NL', en: 'en-GB' };

/// Starts one Chromium; `newPage` opens pages of the house at `url`, each in a context of its own (cookies are not shared).
export async function startBrowser(url) {
  const chrome = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: SWITCHES });
  const home = new URL(url).origin;
  const pages = [];

  /// `lang` nl | en · `scheme` light | dark | forced · `width` in CSS pixels · `javascript` on or off · `touch`: a finger instead of a
  /// mouse · `motion` reduce | no-preference · `also` the other looks in which the page is looked at (`views.mjs`).
  async function newPage({ lang = 'nl', scheme = 'light', width = 1280, javascript = true, touch = false, motion = 'reduce', also = [] } = {}) {
    const context = await chrome.newContext({
      baseURL: home,
      locale: LOCALES[lang],
      timezoneId: 'Europe/Amsterdam',
      viewport: window(width),
      ...colours(scheme),
      javaScriptEnabled: javascript,
      reducedMotion: motion,
      hasTouch: touch,
      isMobile: touch,
      serviceWorkers: 'block',
    });
    // Long: a busy machine is no fault of the page.
    context.setDefaultTimeout(60_000);
    const faults = [];
    await context.route((asked) => asked.origin !== home, (route) => {
      faults.push(`asked another host: ${route.request().url()}`);
      return route.abort();
    });
    const page = await context.newPage();
    watch(page, faults);
    page.inEveryLook = (check) => inEveryLook(page, [...also, { scheme, width }], check);
    page.assertQuiet = () => assert.deepEqual(faults.splice(0), [], `on ${page.url()}`);
    pages.push({ page, faults });
    return page;
  }

  /// Closes the browser; fails when a page was not quiet.
  async function close() {
    const left = pages.flatMap(({ page, faults }) => faults.map((fault) => `${page.url()}: ${fault}`));
    await chrome.close();
    assert.deepEqual(left, [], 'pages were not quiet');
  }

  return { newPage, close };
}

const window = (width) => ({ width, height: width < 600 ? 740 : 900 });
const colours = (scheme) => ({ colorScheme: scheme === 'light' ? 'light' : 'dark', forcedColors: scheme === 'forced' ? 'active' : 'none' });

/// Runs `check` in each of these looks; the last is the own one, in which the page stays. A fault says in which look it was.
async function inEveryLook(page, looks, check) {
  for (const { scheme, width } of looks) {
    if (looks.length > 1) {
      await page.setViewportSize(window(width));
      await page.emulateMedia(colours(scheme));
    }
    try {
      await check();
    } catch (fault) {
      fault.message = `[${scheme} ${width}] ${fault.message}`;
      throw fault;
    }
  }
}

/// Writes down errors of scripts, refusals of the content policy, and files that are not there.
function watch(page, faults) {
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isStatusOfPage(page, message)) faults.push(`console: ${message.text()}`);
  });
  page.on('response', (answer) => {
    const isPage = answer.request().resourceType() === 'document';
    if (answer.status() >= (isPage ? 500 : 400)) faults.push(`${answer.status()} ${answer.url()}`);
  });
}

/// Chromium logs the honest 401, 410, 422 and 429 of a page as errors. Of a page, that is an answer, and tests look at it.
function isStatusOfPage(page, message) {
  return message.text().startsWith('Failed to load resource: the server responded with a status of')
    && message.location().url.split('#')[0] === page.url().split('#')[0];
}
