// Printing and copying the recovery codes. Without this script the buttons stay hidden.

const told = document.querySelector("[data-copy-told]");

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
  button.hidden = false;
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", async () => {
      const lines = [...document.getElementById(button.dataset.copy).children].map((item) => item.textContent);
      await navigator.clipboard.writeText(lines.join("\n"));
      told.textContent = button.dataset.copied;
    });
    button.hidden = false;
  }
}
