// Makes a passkey with the device of whoever presses the button. Without this script, or in a browser without passkeys, the
// page says so.

import { bytes, text } from "/assets/base64url.js";

const form = document.querySelector("[data-passkey-make]");
if (form && window.PublicKeyCredential) {
  const told = form.querySelector("[data-passkey-told]");
  const { challenge, party, brand, handle, user, known, algorithms } = form.dataset;
  const make = async () => {
    const made = await navigator.credentials.create({
      publicKey: {
        rp: { id: party, name: brand },
        user: { id: bytes(handle), name: user, displayName: user },
        challenge: bytes(challenge),
        pubKeyCredParams: algorithms.split(" ").map((alg) => ({ type: "public-key", alg: Number(alg) })),
        excludeCredentials: known.split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: bytes(id) })),
        authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
        attestation: "none",
      },
    });
    form.elements.client_data.value = text(made.response.clientDataJSON);
    form.elements.attestation.value = text(made.response.attestationObject);
    form.submit();
  };
  form.querySelector("[data-passkey-button]").addEventListener("click", () => {
    told.textContent = "";
    make().catch(() => {
      told.textContent = told.dataset.failed;
    });
  });
  form.hidden = false;
  for (const instead of document.querySelectorAll("[data-passkey-instead]")) instead.hidden = true;
}
