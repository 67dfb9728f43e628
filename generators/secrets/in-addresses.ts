import { isDigest, looksRandom } from "./random-words.ts";
import type { SecretGroup, SecretShape } from "./secret-shape.ts";

/** What stands before an @ and is only somebody's name. */
const names = /^(?:user|username|name|admin|root|git|me|you)$/i;

/** What a parameter is called whose value is a secret, whatever it looks like. */
const telling =
  "(?:[\\w-]*[_-])?(?:token|api[_-]?key|apikey|access[_-]?key|secret|client[_-]?secret|password|passwd|passphrase|pwd)|subscription-key|x-amz-signature|x-goog-signature";

/** What a sum is called, of git or of a file, or what has only a number. */
const namesOfDigests = /^(?:ref|rev|revision|commit|sha\d*|hash|digest|checksum|etag|version|v|\w*id)$/i;

const shapes: readonly SecretShape[] = [
  {
    what: "a password in an address",
    near: "@",
    shape: /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@"'`?#]*:([^\s/@"'`]+)@/,
  },
  {
    what: "a token in an address",
    near: "@",
    shape: /\bhttps?:\/\/([^\s/:@"'`?#()]+)@[\w[$]/,
    holds: (value) => !names.test(value),
  },
  {
    what: "a password in an address",
    near: "@",
    // Without a scheme a port must follow, or any sentence with an @ would be one; an image has the sum of its content there.
    shape: /(?<![\w./:@%-])[\w.-]+:([^\s:/@"'`,;(){}[\]<>]+)@(?!sha\d)[\w.-]+:\d{2,5}\b/,
  },
  {
    what: "a secret in the query of an address",
    // As it is, as HTML writes it, and as it stands within the query of another address.
    shape: new RegExp(`(?:[?&;]|%3F|%26)(?:${telling})(?:=|%3D)([^\\s&#;"'\`<>)\\\\\\]|,]+)`, "i"),
    holds: (value) => !/^(?:true|false|yes|no|\d{1,3})$/.test(value),
  },
  {
    what: "a secret in the query of an address",
    shape: /[?&](?:(?:sig|signature|key|auth|code|session|s|t|k|p)=)([\w+/=~-]{20,})/i,
    holds: (value) => looksRandom(value),
  },
  {
    what: "a secret in the query of an address",
    shape: /[?&]([\w-]+=[0-9a-f]{20,}|[0-9a-f]{20,})(?![\w-])/i,
    holds: (value) => {
      const [name = "", word = name] = value.split("=");
      return looksRandom(word) && !(isDigest(word) && name !== word && namesOfDigests.test(name));
    },
  },
];

/** Secrets that are a part of an address. */
export const inAddresses: SecretGroup = { near: [/@|[?&;][\w-]*=|[?&][0-9a-f]{20}|%3F|%26|%3D/i], shapes };
