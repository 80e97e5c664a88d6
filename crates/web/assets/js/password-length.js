// Says in words how many characters are still missing. Counts as the server does: code points, after
// NFKC, without white space around. A screen reader hears it when the typing pauses.

const PAUSE = 900;

for (const field of document.querySelectorAll("[data-new-password]")) {
  const input = field.querySelector("input");
  const seen = field.querySelector("[data-length]");
  const told = field.querySelector("[data-length-told]");
  const { minimum, leftOne, leftMany, enough } = field.dataset;
  let pause;

  const update = () => {
    const length = [...input.value.normalize("NFKC").trim()].length;
    const left = Number(minimum) - length;
    const words = left === 1 ? leftOne : left > 0 ? leftMany.replace("#", String(left)) : enough;
    seen.hidden = length === 0;
    seen.textContent = words;
    seen.classList.toggle("hs-length--enough", left <= 0);
    clearTimeout(pause);
    pause = setTimeout(() => {
      told.textContent = length === 0 ? "" : words;
    }, PAUSE);
  };

  input.addEventListener("input", update);
  update();
}
