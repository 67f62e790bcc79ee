// Passkeys as JSON: what the server asks becomes bytes for the browser, and what the browser answers becomes text again.

export const isPossible = () => Boolean(window.PublicKeyCredential && navigator.credentials);

/** A new passkey on this device.  Throws when somebody stops, or when it cannot be. */
export async function make({ publicKey }) {
  const options = {
    ...publicKey,
    challenge: bytes(publicKey.challenge),
    user: { ...publicKey.user, id: bytes(publicKey.user.id) },
    excludeCredentials: (publicKey.excludeCredentials ?? []).map(known),
  };
  const made = await navigator.credentials.create({ publicKey: options });
  return { ...told(made), response: texts(made.response, ["clientDataJSON", "attestationObject"]) };
}

/** The answer of a passkey that is here.  Throws when somebody stops, or when there is none. */
export async function show({ publicKey }) {
  const options = {
    ...publicKey,
    challenge: bytes(publicKey.challenge),
    allowCredentials: (publicKey.allowCredentials ?? []).map(known),
  };
  const shown = await navigator.credentials.get({ publicKey: options });
  return { ...told(shown), response: texts(shown.response, ["clientDataJSON", "authenticatorData", "signature", "userHandle"]) };
}

function told(credential) {
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

const known = (one) => ({ ...one, id: bytes(one.id) });

const texts = (response, names) =>
  Object.fromEntries(names.filter((name) => response[name]).map((name) => [name, text(response[name])]));

function bytes(told) {
  return Uint8Array.from(atob(told.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
