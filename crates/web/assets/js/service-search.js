// Finds while somebody types: after a short rest this page is asked for with what was typed, and what it found takes the
// place of what stood there. Without this script Enter does the same.

const REST = 250;
const form = document.querySelector("[data-live]");
const field = form.querySelector("[data-search]");
const told = document.querySelector("[data-found-told]");
let resting;
let asking;

const show = (page, address) => {
  const found = page?.getElementById("found");
  // Signed out, or something went wrong: the page itself says so.
  if (!found) return form.requestSubmit();
  document.getElementById("found").replaceWith(document.importNode(found, true));
  told.textContent = found.dataset.told ?? "";
  history.replaceState(null, "", address);
};

const ask = () => {
  asking?.abort();
  const query = field.value.trim();
  // One sign leads to half the homes of a client.
  if (query.length === 1) return;
  const address = `${location.pathname}?${new URLSearchParams(new FormData(form))}`;
  // Read by the browser itself: a script may make no HTML of text.
  asking = new XMLHttpRequest();
  asking.open("GET", address);
  asking.responseType = "document";
  asking.onload = () => show(asking.responseXML, address);
  asking.send();
};

field.addEventListener("input", () => {
  clearTimeout(resting);
  resting = setTimeout(ask, REST);
});

// What is chosen beside the field counts at once.
form.addEventListener("change", (event) => {
  if (event.target === field) return;
  clearTimeout(resting);
  ask();
});

field.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown") return;
  const first = document.querySelector("#found [data-rows] tbody a[href]");
  if (!first) return;
  event.preventDefault();
  first.focus();
});
