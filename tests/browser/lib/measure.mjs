// What can be measured of a page: how large its targets are, and how well the focus is seen.

/// Runs in the page: what is smaller than `least` pixels. A link in running text is as high as its line, and a line is 24 (WCAG 2.2,
/// 2.5.8 lets it be); what stands in one of `dense` may be 24.
function tooSmall({ least, dense }) {
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')];
  const room = (element) => {
    const box = element.matches('[type=checkbox], [type=radio]') ? (element.closest('label') ?? element) : element;
    const { width, height } = box.getBoundingClientRect();
    return { width, height };
  };
  return all.filter((element) => shown(element) && !element.closest('.hs-skip')).flatMap((element) => {
    const style = getComputedStyle(element);
    const inText = style.display === 'inline';
    const enough = inText || (dense && element.closest(dense)) ? 24 : least;
    const { width, height } = room(element);
    const high = inText ? Math.max(height, parseFloat(style.lineHeight)) : height;
    // A rounding of the screen is no fault.
    const fits = high + 0.5 >= enough && (inText || width + 0.5 >= enough);
    return fits ? [] : [`${Math.round(width)}×${Math.round(high)} ${element.outerHTML.replace(/\s+/g, ' ').slice(0, 110)}`];
  });
}

/// Targets that are too small, each as one readable string.
export const smallTargets = (page, least, dense = null) => page.evaluate(tooSmall, { least, dense });

/// Runs in the page: the contrast of the ring around what has the focus, against what lies around it and against what it lies on.
function ringNow() {
  const at = document.activeElement;
  if (at === document.body) return null;
  const parts = (text) => text.match(/[\d.]+/g).map(Number);
  const clear = (text) => text === 'transparent' || (parts(text).length === 4 && parts(text)[3] === 0);
  const luminance = (text) => {
    const [red, green, blue] = parts(text).map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const ground = (element) => {
    for (let it = element; it; it = it.parentElement) {
      const colour = getComputedStyle(it).backgroundColor;
      if (!clear(colour)) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const style = getComputedStyle(at);
  const around = contrast(style.outlineColor, ground(at.parentElement));
  // A ring that keeps off does not touch what it goes around.
  const own = parseFloat(style.outlineOffset) > 0 ? around : contrast(style.outlineColor, ground(at));
  const what = at.outerHTML.replace(/\s+/g, ' ').slice(0, 110);
  return { what, width: parseFloat(style.outlineWidth), drawn: style.outlineStyle !== 'none', least: Math.min(around, own) };
}

/// Walks the page with Tab and gives the number of stops, and those whose ring is too thin or has less than 3 : 1.
export async function faintRings(page) {
  const faint = [];
  for (let stops = 0; stops < 300; stops += 1) {
    await page.keyboard.press('Tab');
    const ring = await page.evaluate(ringNow);
    if (!ring) return { stops, faint };
    if (!ring.drawn || ring.width < 2 || ring.least < 3) faint.push(`${ring.least.toFixed(2)} ${ring.width} px ${ring.what}`);
  }
  throw new Error('the page has no end');
}

/// Runs in the page: what moves longer than `most` seconds.
function moving(most) {
  const seconds = (text) => Math.max(...text.split(',').map((part) => (part.trim().endsWith('ms') ? parseFloat(part) / 1000 : parseFloat(part))));
  const found = [];
  for (const element of document.querySelectorAll('*')) {
    for (const part of [null, '::before', '::after']) {
      const style = getComputedStyle(element, part);
      const lasts = Math.max(seconds(style.transitionDuration), seconds(style.animationDuration));
      if (lasts > most) found.push(`${lasts} s ${element.tagName} ${element.className} ${part ?? ''}`);
    }
  }
  return found;
}

/// What moves longer than this.
export const movesLonger = (page, most) => page.evaluate(moving, most);
