// Signing in with a passkey: offered by the browser where a username is typed, and by a button. Without this script, or in a
// browser without passkeys, the button stays hidden and the password does.

import { bytes } from "/assets/base64url.js";
import { fill } from "/assets/passkey-fields.js";

// A challenge lives for five minutes; a page that is left open asks for another in time.
const FRESH = 4 * 60 * 1000;

const form = document.querySelector("[data-passkey-enter]");
if (form && window.PublicKeyCredential) {
  const told = form.querySelector("[data-passkey-told]");
  let waiting;
  let before = Promise.resolve();
  let pressed = false;

  const offer = async () => {
    const answer = await fetch(new URL("challenge/", form.action), { method: "POST", body: new URLSearchParams() });
    if (!answer.ok) throw new Error(`challenge: ${answer.status}`);
    return answer.json();
  };

  const enter = (mediation) => {
    waiting?.abort();
    const own = new AbortController();
    waiting = own;
    // A browser takes one request at a time, and one that was called off ends a moment later.
    const entering = before.then(() => use(mediation, own));
    before = entering.catch(() => {});
    return entering;
  };

  const use = async (mediation, own) => {
    const { challenge, party } = await offer();
    if (own.signal.aborted) return;
    const used = await navigator.credentials.get({
      mediation,
      signal: own.signal,
      publicKey: { challenge: bytes(challenge), rpId: party, userVerification: "required", allowCredentials: [] },
    });
    fill(form, used);
    form.submit();
  };

  form.querySelector("[data-passkey-button]").addEventListener("click", () => {
    told.textContent = "";
    pressed = true;
    enter("optional").catch(() => {
      pressed = false;
      told.textContent = told.dataset.failed;
      quietly();
    });
  });

  // What the browser offers by itself, and is not taken up, needs no words.
  const quietly = async () => {
    const username = document.getElementById("username");
    if (!username || !(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
    // Asked after the wait: whoever pressed the button meanwhile is not interrupted.
    if (pressed) return;
    username.autocomplete = "username webauthn";
    enter("conditional").catch(() => {});
  };
  quietly();
  setInterval(quietly, FRESH);

  // A passkey that is no more is not offered again.
  if (form.dataset.refused && PublicKeyCredential.signalUnknownCredential) {
    const gone = { rpId: form.dataset.party, credentialId: form.dataset.refused };
    PublicKeyCredential.signalUnknownCredential(gone).catch(() => {});
  }
  form.hidden = false;
}
