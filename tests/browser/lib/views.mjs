// In which views a page is looked at: language × colour scheme × width.

const FACTORS = { lang: ['nl', 'en'], scheme: ['light', 'dark', 'forced'], width: [320, 1280] };

/// The smallest set we find in which every pair of choices of two different factors occurs.
export function pairwise(factors) {
  const names = Object.keys(factors);
  const open = new Set(every(factors).flatMap((view) => pairs(view, names)));
  const chosen = [];
  while (open.size > 0) {
    const gain = (view) => pairs(view, names).filter((pair) => open.has(pair)).length;
    const best = every(factors).reduce((a, b) => (gain(b) > gain(a) ? b : a));
    pairs(best, names).forEach((pair) => open.delete(pair));
    chosen.push(best);
  }
  return chosen;
}

/// Every combination.
export function every(factors) {
  return Object.entries(factors).reduce(
    (views, [name, choices]) => views.flatMap((view) => choices.map((choice) => ({ ...view, [name]: choice }))),
    [{}],
  );
}

function pairs(view, names) {
  return names.flatMap((a, i) => names.slice(i + 1).map((b) => `${a}=${view[a]} ${b}=${view[b]}`));
}

/// Pairwise in the check; every combination with `cargo xtask browser --full`.
const looks = process.env.HUISSLEUTEL_BROWSER_VIEWS === 'full' ? every(FACTORS) : pairwise(FACTORS);

/// The views in which a journey is walked: once in each language, in windows of different widths. At each page that is looked at
/// the window takes on the other looks of that language, `also`, and comes back.
export const views = FACTORS.lang.map((lang, at) => {
  const own = looks.filter((look) => look.lang === lang);
  const walked = own.find((look) => look.width === FACTORS.width[at % FACTORS.width.length]);
  return { ...walked, also: own.filter((look) => look !== walked) };
});

/// One test per view: `name [nl light 320]`.
export function everyView(test, name, look) {
  for (const view of views) {
    test(`${name} [${view.lang} ${view.scheme} ${view.width}]`, () => look(view));
  }
}
