import type { SecretFile } from "../language/secret.ts";

/** Every secret file that is found anywhere in plain data, each once. */
export function secretsIn(data: unknown): SecretFile[] {
  const found = new Set<SecretFile>();
  const seen = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if (isSecret(value)) found.add(value);
    else Object.values(value).forEach(visit);
  };
  visit(data);
  return [...found];
}

function isSecret(value: object): value is SecretFile {
  return "kind" in value && value.kind === "secret file";
}
