// Copies a text with one press. Without this script the buttons stay hidden and the text can be selected.

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy-text]")) {
    const text = document.getElementById(button.dataset.copyText);
    const told = document.querySelector(`[data-copy-told="${button.dataset.copyText}"]`);
    const [words] = [...button.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const before = words.data;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.textContent);
      told.textContent = button.dataset.copied;
      words.data = button.dataset.copied;
    });
    button.addEventListener("blur", () => {
      told.textContent = "";
      words.data = before;
    });
    button.hidden = false;
  }
}
