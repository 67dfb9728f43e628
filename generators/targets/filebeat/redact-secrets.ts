/**
 * Takes the values of secrets out of query strings, inside of Filebeat, before a line leaves the machine: ECMAScript 5.1, and
 * no dollar sign, which Filebeat would read as a variable.
 *
 * A script of its own, after the one that takes lines apart, so that lines that could not be taken apart go through it too. It
 * rather takes too much: a value reaches to the next `&` or white space, since what ends it elsewhere, such as a quote or a
 * semicolon, is part of it for some servers. Nothing in it can throw: Filebeat would ship the line as it was.
 */
export const redactSecrets = `var fields = ["message", "url.original", "url.full", "url.path", "url.query"];
// An address within another one is encoded, once or more: %3D and %253D are equals signs too.
var equals = /(=|%(?:25)*3[dD])/;
// Asked about a word with a space behind it, in the place of an end of the text.
var secretWord = /^(?:.*(?:token|secret|password|passwd|passphrase|signature|credential|apikey)|(?:access|app|auth|client|encryption|license|master|private|session|shared|signing|user)?key|pwd|pass|sig|hmac|jwt|otp|auth|authorization|(?:session|s)id)s? /;

function process(event) {
  for (var i = 0; i < fields.length; i++) {
    var text = event.Get(fields[i]);
    if (typeof text !== "string") continue;
    var safe = redact(text);
    if (safe !== text) event.Put(fields[i], safe);
  }
}

function redact(text) {
  var parts = text.replace(/:\\/\\/[^\\/\\s?#]+@/g, "://REDACTED@").split(/(\\s|&)/);
  for (var i = 0; i < parts.length; i += 2) parts[i] = redactPair(parts[i]);
  return parts.join("");
}

// The first value with the name of a secret, and all that follows it.
function redactPair(pair) {
  var pieces = pair.split(equals);
  for (var i = 0; i + 2 < pieces.length; i += 2) {
    if (!isSecret(pieces[i])) continue;
    var name = pieces.slice(0, i + 2).join("");
    return name.length === pair.length ? pair : name + "REDACTED";
  }
  return pair;
}

// Whether one of the words of a name is that of a secret: access_token, accessToken, user[password], X-Amz-Signature, %74oken.
function isSecret(text) {
  var name = decoded(text).split(/[^A-Za-z0-9_.\\-\\[\\]]+/);
  // The name is the last that is something: a quote may stand between it and the equals sign.
  while (name.length > 1 && name[name.length - 1] === "") name.pop();
  var words = name[name.length - 1].match(/[A-Za-z]+/g) || [];
  for (var i = 0; i < words.length; i++) {
    if (secretWord.test(words[i].toLowerCase() + " ")) return true;
    var parts = words[i].match(/[A-Z]?[a-z]+|[A-Z]+/g) || [];
    for (var j = 0; j < parts.length; j++) if (secretWord.test(parts[j].toLowerCase() + " ")) return true;
  }
  return false;
}

// As often as addresses are packed into one another; a server decodes once.
function decoded(text) {
  for (var i = 0; i < 4 && text.indexOf("%") !== -1; i++) {
    text = text.replace(/%([0-9A-Fa-f]{2})/g, function (all, code) {
      return String.fromCharCode(parseInt(code, 16));
    });
  }
  return text;
}
`;
