import type { SecretFile } from "../../../language/secret.ts";
import type { Model } from "../../../model/model.ts";
import { escapeMarkdown, inlineCode, table } from "../../../text/markdown.ts";
import { allSecrets, secretsOf } from "../../compose/secrets-of.ts";

/** Every secret, what it is, and which programs read it. */
export function secretTable(model: Model): string {
  const readers: [string, readonly SecretFile[]][] = Object.entries(secretsOf(model));
  const rows = allSecrets(model).map(({ name, purpose }) => [
    inlineCode(`secrets/${name}`),
    escapeMarkdown(purpose),
    readers
      .filter(([, secrets]) => secrets.some((secret) => secret.name === name))
      .map(([program]) => program)
      .join(", "),
  ]);
  return table(["secret", "what it is", "read by"], rows);
}
