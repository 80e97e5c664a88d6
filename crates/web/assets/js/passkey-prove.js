// A passkey in the place of the password of now. Without this script, or in a browser without passkeys, the button stays hidden and
// the field for the password does.

import { bytes } from "/assets/base64url.js";
import { fill } from "/assets/passkey-fields.js";

const part = document.querySelector("[data-passkey-prove]");
if (part && window.PublicKeyCredential) {
  const { form } = part.querySelector("input");
  const told = part.querySelector("[data-passkey-told]");

  const prove = async () => {
    const answer = await fetch(part.dataset.passkeyProve, { method: "POST", body: new URLSearchParams() });
    if (!answer.ok) throw new Error(`challenge: ${answer.status}`);
    const { challenge, party, known } = await answer.json();
    const used = await navigator.credentials.get({
      publicKey: {
        challenge: bytes(challenge),
        rpId: party,
        userVerification: "required",
        allowCredentials: known.map((id) => ({ type: "public-key", id: bytes(id) })),
      },
    });
    fill(form, used);
    form.submit();
  };

  part.querySelector("[data-passkey-button]").addEventListener("click", () => {
    told.textContent = "";
    prove().catch(() => {
      told.textContent = told.dataset.failed;
    });
  });
  part.hidden = false;
}
