// A list dragged onto its place, and how far it has come. Without this script it is an ordinary form with a file in it.

for (const form of document.querySelectorAll("[data-upload]")) {
  const input = form.querySelector("input[type=file]");
  const drop = form.querySelector("[data-drop]");
  const progress = form.querySelector("[data-upload-progress]");
  const bar = progress.querySelector("progress");
  const told = progress.querySelector("[data-upload-told]");

  form.querySelector("[data-drop-words]").hidden = false;
  const over = (is) => drop.classList.toggle("hs-drop--over", is);
  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      over(true);
    });
  }
  drop.addEventListener("dragleave", (event) => {
    if (!drop.contains(event.relatedTarget)) over(false);
  });
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    if (event.dataTransfer.files.length > 0) {
      input.files = event.dataTransfer.files;
      form.requestSubmit();
    }
  });
  // A file that misses its place must not replace the page.
  for (const kind of ["dragover", "drop"]) {
    window.addEventListener(kind, (event) => event.preventDefault());
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    let last = "";
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      const share = total > 0 ? Math.floor((loaded * 100) / total) : 0;
      bar.value = share;
      const words = share < 100 ? `${form.dataset.sending} ${Math.floor(share / 10) * 10}%` : form.dataset.sent;
      // Not for every per cent: it is read out.
      if (words !== last) told.textContent = words;
      last = words;
    });
    // The page of the list is where the answer leads. A refusal is told by the page itself, so the form goes once more, plainly.
    request.addEventListener("load", () => {
      if (request.status === 200 && request.responseURL !== form.action) location.assign(request.responseURL);
      else form.submit();
    });
    request.addEventListener("error", () => form.submit());
    request.open("POST", form.action);
    request.send(new FormData(form));
    progress.hidden = false;
  });
}
