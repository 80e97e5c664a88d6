// What a browser answers with a passkey, in the fields of a form.

import { text } from "/assets/base64url.js";

export const fill = (form, { rawId, response }) => {
  form.elements.credential.value = text(rawId);
  form.elements.handle.value = text(response.userHandle ?? new ArrayBuffer(0));
  form.elements.client_data.value = text(response.clientDataJSON);
  form.elements.data.value = text(response.authenticatorData);
  form.elements.signature.value = text(response.signature);
};
