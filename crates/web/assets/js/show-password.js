// The button that shows and hides a password. Without this script the button stays hidden.

for (const button of document.querySelectorAll("[data-show-password]")) {
  const input = document.getElementById(button.getAttribute("aria-controls"));
  const show = (shown) => {
    input.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", String(shown));
    button.textContent = shown ? button.dataset.hide : button.dataset.show;
  };
  button.addEventListener("click", () => show(input.type === "password"));
  input.addEventListener("password-shown", () => show(true));
  // A password manager keeps what stands in a field of the type "password".
  input.form?.addEventListener("submit", () => show(false));
  button.hidden = false;
}
