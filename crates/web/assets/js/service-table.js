// Tables of staff by keyboard: "/" goes to the search field, up and down go from row to row, and ticking shows how many.
// Without this script everything is reached with Tab, and the box that ticks all rows stays hidden.

const isTyping = (target) => target.closest("input:not([type=checkbox]), select, textarea") !== null;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  if (event.key === "/") {
    const search = document.querySelector("[data-search]");
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  }
});

/// What a row offers first: its box, its link, its button.
const firstOf = (row) => row.querySelector("input[type=checkbox], a[href], button");

/// The next row in this direction that offers something.
const beyond = (row, down) => {
  let next = row;
  do {
    next = down ? next.nextElementSibling : next.previousElementSibling;
  } while (next && !firstOf(next));
  return next;
};

// Tables come and go while somebody types, so the document listens for them.
document.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const row = event.target.closest("[data-rows] tbody tr");
  if (!row) return;
  const next = beyond(row, event.key === "ArrowDown");
  if (!next) return;
  event.preventDefault();
  // The same place in the next row, if it has one.
  const all = (from) => [...from.querySelectorAll("input[type=checkbox], a[href], button")];
  (all(next)[all(row).indexOf(event.target)] ?? firstOf(next)).focus();
});

for (const table of document.querySelectorAll("[data-ticks]")) {
  const boxes = [...table.querySelectorAll("tbody input[type=checkbox]")];
  const all = table.querySelector("[data-tick-all] input");
  const button = table.closest("form").querySelector("[data-tick-button]");
  const words = button?.textContent;
  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    if (all) {
      all.checked = ticked > 0 && ticked === boxes.length;
      all.indeterminate = ticked > 0 && ticked < boxes.length;
    }
    if (button) button.textContent = ticked > 0 ? button.dataset.count.replace("#", String(ticked)) : words;
  };
  table.addEventListener("change", (event) => {
    if (event.target === all) boxes.forEach((box) => { box.checked = all.checked; });
    show();
  });
  if (all) {
    all.closest("[data-tick-all]").hidden = false;
  }
  show();
}
