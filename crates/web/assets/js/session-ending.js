// Warns some minutes before a session ends, because nobody did anything or because it lasted as long as it may, and goes on with it
// when somebody says so. What is done in another window of this browser counts too. When it is over the page stays as it is, so that
// nothing that was typed is lost: somebody signs in in another window and goes on here. Without this script a session ends by itself.

const WARN = 3 * 60_000;
const LOOK = 5_000;

const room = document.querySelector("[data-ending]");
const windows = new BroadcastChannel("session");
const dialogs = [...room.querySelectorAll("dialog")];
let idleAt;
let wholeAt;
let told;

const close = () => {
  for (const dialog of dialogs) dialog.close();
};

const show = (kind) => {
  if (told === kind) return;
  told = kind;
  close();
  dialogs.find((dialog) => dialog.dataset.endingKind === kind).showModal();
};

/// The session lasts this much longer, in seconds.
const lasts = ({ idle, whole }) => {
  idleAt = Date.now() + idle * 1000;
  wholeAt = Date.now() + whole * 1000;
  // What is said of the end that comes whatever happens stays said.
  if (told === "whole" && whole * 1000 <= WARN) return;
  told = undefined;
  close();
};

const look = () => {
  const now = Date.now();
  if (now >= Math.min(idleAt, wholeAt)) show("over");
  else if (now >= wholeAt - WARN) show("whole");
  else if (now >= idleAt - WARN) show("idle");
};

const stay = async () => {
  try {
    const answer = await fetch(room.dataset.stay, { method: "POST", body: new URLSearchParams(), headers: { Accept: "application/json" } });
    if (answer.redirected) return show("over");
    const left = await answer.json();
    lasts(left);
    windows.postMessage(left);
  } catch {
    // The network is away for a moment: what is said stays, and the button can be pressed again.
  }
};

for (const dialog of dialogs) {
  // Who puts the warning away with a key is there.
  if (dialog.dataset.endingKind !== "idle") continue;
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    stay();
  });
}
for (const button of room.querySelectorAll("[data-ending-stay]")) button.addEventListener("click", stay);
for (const button of room.querySelectorAll("[data-ending-close]")) button.addEventListener("click", close);

const here = { idle: Number(room.dataset.idle), whole: Number(room.dataset.whole) };
windows.addEventListener("message", (event) => lasts(event.data));
lasts(here);
windows.postMessage(here);
setInterval(look, LOOK);
document.addEventListener("visibilitychange", look);
look();
