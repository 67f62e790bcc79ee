// Bytes of a contact file, brought to one shape: a byte-order mark gone, UTF-16 turned into UTF-8.
// Phones and Outlook declare a charset that is not always the one they wrote, so bytes stay bytes until a name is read.

export const LARGEST = 20 * 1024 * 1024;

const decoders = new Map();
const BEYOND_ASCII = /[^\x00-\x7f]/;

/** The bytes to read lines from; an empty array for what is no file at all. */
export function plainBytes(input) {
  const bytes = toBytes(input);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3);
  const wide = wideCharset(bytes);
  return wide ? new TextEncoder().encode(new TextDecoder(wide).decode(bytes)) : bytes;
}

/** Text of a value that came as one character per byte: UTF-8 if it is, else as declared, else as Windows phones wrote. */
export function decoded(binary, declared = "") {
  if (!BEYOND_ASCII.test(binary) && !declared.startsWith("iso-2022")) return binary;
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  return as("utf-8", bytes) ?? as(declared, bytes) ?? as("windows-1252", bytes);
}

/** One character per byte: cheap, and nothing is lost. */
export function asBinary(bytes, start, end) {
  let text = "";
  for (let from = start; from < end; from += 8192) {
    text += String.fromCharCode.apply(null, bytes.subarray(from, Math.min(end, from + 8192)));
  }
  return text;
}

function as(charset, bytes) {
  try {
    if (charset && !decoders.has(charset)) decoders.set(charset, new TextDecoder(charset, { fatal: true }));
    return charset ? decoders.get(charset).decode(bytes) : null;
  } catch {
    return null; // not this charset, or a name for one that nobody knows
  }
}

function toBytes(input) {
  if (input instanceof ArrayBuffer) return new Uint8Array(input);
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  return new Uint8Array();
}

function wideCharset(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0x42 && bytes[1] === 0) return "utf-16le"; // "B" of BEGIN, without a mark
  if (bytes[0] === 0 && bytes[1] === 0x42) return "utf-16be";
  return "";
}
