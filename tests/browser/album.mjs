// Every page in every state as one album of pictures, for people: sheets in `out/album/`, and a line for each page that does not fit its
// window. It looks at `target/gallery/`, which `cargo test --release -p web gallery` draws: no page needs to be reached first.
//
//   node album.mjs [lang=nl] [width=320] [scheme=light] [text=100] [only=^board] [pictures=no]

import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

import { galleryPages, serveGallery } from './lib/gallery.mjs';

const OUT = fileURLToPath(new URL('./out/album/', import.meta.url));

const wish = { lang: 'nl', width: '320', scheme: 'light', text: '100', only: '', pictures: 'yes', ...Object.fromEntries(process.argv.slice(2).map((word) => word.split('='))) };
const width = Number(wish.width);
/// How a sheet is laid out: pictures in a row, their width and the most of their height that is shown.
const sheet = width < 600 ? { row: 6, wide: 320, high: 1100 } : { row: 3, wide: 640, high: 620 };

/// Runs in the page: what reaches over the side, or is cut off.
function reachesOver() {
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over <= 0) return '';
  const side = (element) => element.getBoundingClientRect().right;
  const widest = [...document.querySelectorAll('main *, header *, footer *')].filter((element) => side(element) > innerWidth + 1 && !element.closest('.hs-table-scroll, [data-scrolls]')).sort((a, b) => side(b) - side(a));
  return `${over} px: ${widest.slice(0, 2).map((element) => element.outerHTML.slice(0, 90).replace(/\s+/g, ' ')).join(' | ')}`;
}

const house = await serveGallery({ album: OUT });
const chrome = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const context = await chrome.newContext({
  viewport: { width, height: width < 600 ? 740 : 900 },
  colorScheme: wish.scheme === 'light' ? 'light' : 'dark',
  forcedColors: wish.scheme === 'forced' ? 'active' : 'none',
  reducedMotion: 'reduce',
});
const page = await context.newPage();
const name = `${wish.lang}-${wish.scheme}-${width}-${wish.text}`;
await mkdir(`${OUT}${name}`, { recursive: true });
const files = (await galleryPages(wish.lang)).filter((file) => new RegExp(wish.only).test(file));
for (const file of files) {
  await page.goto(`${house.url}${file}`);
  if (wish.text !== '100') await page.evaluate((text) => document.documentElement.style.setProperty('font-size', `${text}%`), wish.text);
  const over = await page.evaluate(reachesOver);
  if (over) console.log(`${file} reaches over by ${over}`);
  if (wish.pictures === 'yes') await page.screenshot({ path: `${OUT}${name}/${file}.png`, fullPage: true, animations: 'disabled' });
}

const many = sheet.row * (width < 600 ? 1 : 3);
const table = await chrome.newPage({ viewport: { width: sheet.row * (sheet.wide + 12), height: 400 } });
for (let first = 0; wish.pictures === 'yes' && first < files.length; first += many) {
  const one = (file) => `<figure><figcaption>${file}</figcaption><div><img src="/album/${name}/${file}.png" width="${sheet.wide}"></div></figure>`;
  const style = `body{margin:6px;display:flex;flex-wrap:wrap;gap:6px;background:#888;font:12px sans-serif}figure{margin:0;background:#fff}div{max-height:${sheet.high}px;overflow:hidden}img{display:block}`;
  await writeFile(`${OUT}${name}/sheet.html`, `<!doctype html><style>${style}</style>${files.slice(first, first + many).map(one).join('')}`);
  await table.goto(`${house.url}album/${name}/sheet.html`);
  await table.screenshot({ path: `${OUT}${name}-${String(first / many + 1).padStart(2, '0')}.png`, fullPage: true });
}
console.log(`${files.length} pages${wish.pictures === 'yes' ? ` in ${Math.ceil(files.length / many)} sheets: ${OUT}${name}-*.png` : ''}`);
await chrome.close();
house.close();
