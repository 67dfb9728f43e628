import { looksRandom } from "./random-words.ts";
import { secretsInText } from "./secrets-in-text.ts";

/** Why a text is not the name of the file of a secret; undefined where it is one. */
export function whyNoSecretName(text: string): string | undefined {
  if (!/^[a-z0-9][a-z0-9_.-]*$/.test(text)) return "is not the name of a file";
  return text.split(/[_.-]/).some(looksRandom) || secretsInText(text).length > 0
    ? "looks like the secret itself"
    : undefined;
}

/** How messages call a secret: who has written it down in the place of its file's name must not find it in a log as well. */
export function nounOfSecret(name: string): string {
  return whyNoSecretName(name) === undefined ? `secret "${name}"` : "a secret";
}
