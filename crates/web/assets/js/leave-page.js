// Leaves a page that somebody must not be seen reading: by its link, or by the key Escape. The page does not stay behind in
// the list of pages that "back" goes through. Without this script the link is a plain link.

const link = document.querySelector("[data-leave-page]");
if (link) {
  const leave = () => {
    document.body.hidden = true;
    location.replace(link.href);
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") leave();
  });
  for (const told of document.querySelectorAll("[data-leave-key]")) told.hidden = false;
}
