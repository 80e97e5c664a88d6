// Thinks up a password of four words. It is made here, with the browser's own randomness: the server
// sees it only when the form is sent.
//
// It fills the field in only where the page asks the username too. Elsewhere a robot that follows the link
// of a mail and presses every button would choose a password (law 5): there the person types the sentence.

import { LISTS } from "/assets/sentence-nl.js";

// Every list has a power of two of words, so the remainder favours none.
const draw = () => {
  const random = crypto.getRandomValues(new Uint16Array(LISTS.length));
  return LISTS.map((list, at) => list[random[at] % list.length]).join(" ");
};

for (const room of document.querySelectorAll("[data-suggest]")) {
  const field = room.closest("[data-new-password]");
  const input = field.querySelector("input");
  const told = room.querySelector("[data-suggest-told]");
  const fills = field.closest("form").querySelector("#username") !== null;

  room.querySelector("[data-suggest-button]").addEventListener("click", () => {
    let sentence = draw();
    while (sentence.length < Number(field.dataset.minimum)) {
      sentence = sentence.length < 15 ? draw() : `${sentence} ${draw()}`;
    }
    input.dispatchEvent(new Event("password-shown"));
    if (fills) {
      input.value = sentence;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const [before, after] = (fills ? told.dataset.told : told.dataset.toldType).split("#");
    const strong = document.createElement("strong");
    strong.textContent = sentence;
    told.replaceChildren(before, strong, after ?? "");
  });
  // After typing over it, the sentence below is no longer the password.
  input.addEventListener("input", (event) => {
    if (fills && event.isTrusted) {
      told.replaceChildren();
    }
  });
  room.hidden = false;
}
