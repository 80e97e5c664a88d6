// Asks how far the work on a list is, and shows the page anew when it comes to another stage. Without this script there is
// a button that looks again.

const place = document.querySelector("[data-watch]");
const bar = place.querySelector("progress");
const words = place.querySelector("[data-watch-words]");
const figure = new Intl.NumberFormat(document.documentElement.lang);
// Soon at first, then calmer: a long list is not done sooner for being asked.
let pause = 500;

const show = ({ done, total }) => {
  if (total) {
    bar.max = total;
    bar.value = done;
    words.textContent = place.dataset.of.replace("#done", figure.format(done)).replace("#total", figure.format(total));
  } else if (done) {
    words.textContent = place.dataset.soFar.replace("#done", figure.format(done));
  }
};

const ask = async () => {
  try {
    const answer = await fetch(place.dataset.watch, { headers: { Accept: "application/json" } });
    // Signed out, or the list is gone: the page itself says so.
    if (!answer.ok || answer.redirected) return location.reload();
    const standing = await answer.json();
    if (standing.stage !== place.dataset.stage) return location.reload();
    show(standing);
  } catch {
    // The network is away for a moment; the work goes on without us.
  }
  pause = Math.min(pause * 1.3, 5000);
  setTimeout(ask, pause);
};

setTimeout(ask, pause);
