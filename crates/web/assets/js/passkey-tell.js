// Tells the browser which passkeys still work here, so that it offers no others.

const told = document.querySelector("[data-passkeys-known]");
if (told && window.PublicKeyCredential?.signalAllAcceptedCredentials) {
  const { party, handle, passkeysKnown } = told.dataset;
  const known = { rpId: party, userId: handle, allAcceptedCredentialIds: passkeysKnown.split(" ").filter(Boolean) };
  PublicKeyCredential.signalAllAcceptedCredentials(known).catch(() => {});
}
