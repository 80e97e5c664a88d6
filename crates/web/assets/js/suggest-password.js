// Thinks up a password of four words. It is made here, with the browser's own randomness: the server
// sees it only when the form is sent.

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

  room.querySelector("[data-suggest-button]").addEventListener("click", () => {
    let sentence = draw();
    while (sentence.length < Number(field.dataset.minimum)) {
      sentence = sentence.length < 15 ? draw() : `${sentence} ${draw()}`;
    }
    input.value = sentence;
    input.dispatchEvent(new Event("password-shown"));
    input.dispatchEvent(new Event("input", { bubbles: true }));
    const [before, after] = told.dataset.told.split("#");
    const strong = document.createElement("strong");
    strong.textContent = sentence;
    told.replaceChildren(before, strong, after ?? "");
  });
  // After typing over it, the sentence below is no longer the password.
  input.addEventListener("input", (event) => {
    if (event.isTrusted) {
      told.replaceChildren();
    }
  });
  room.hidden = false;
}
