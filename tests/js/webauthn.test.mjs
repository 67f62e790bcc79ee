// Passkeys as JSON: bytes for the browser, text for the server, and nothing lost on the way.

import assert from "node:assert/strict";
import { test } from "node:test";

const asked = [];
const buffer = (...numbers) => new Uint8Array(numbers).buffer;
const answer = (response) => ({
  id: "_-8", rawId: buffer(255, 239), type: "public-key", authenticatorAttachment: "platform",
  getClientExtensionResults: () => ({}), response,
});
globalThis.window = { PublicKeyCredential: class {} };
Object.defineProperty(globalThis, "navigator", {
  configurable: true,
  value: {
    credentials: {
      create: async (options) => (asked.push(options.publicKey), answer({ clientDataJSON: buffer(1), attestationObject: buffer(251, 255) })),
      get: async (options) => (asked.push(options.publicKey), answer({ clientDataJSON: buffer(1), authenticatorData: buffer(2), signature: buffer(3), userHandle: null })),
    },
  },
});

const { isPossible, make, show } = await import("../../src/kring/kit/static/kit/js/webauthn.js");

test("a new passkey", async () => {
  assert.ok(isPossible());
  const made = await make({ publicKey: { challenge: "_-8", user: { id: "AQ", name: "Kring" }, excludeCredentials: [{ id: "Ag", type: "public-key" }] } });
  const [options] = asked.splice(0);
  assert.deepEqual([...options.challenge], [255, 239]);
  assert.deepEqual([...options.user.id], [1]);
  assert.deepEqual([...options.excludeCredentials[0].id], [2]);
  assert.equal(made.rawId, "_-8");
  assert.deepEqual(made.response, { clientDataJSON: "AQ", attestationObject: "-_8" });
});

test("an answer of one; what it leaves out stays out", async () => {
  const shown = await show({ publicKey: { challenge: "AQ" } });
  assert.deepEqual(asked.splice(0)[0].allowCredentials, []);
  assert.deepEqual(shown.response, { clientDataJSON: "AQ", authenticatorData: "Ag", signature: "Aw" });
});
