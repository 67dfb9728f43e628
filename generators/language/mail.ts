import type { Allowances } from "./allow.ts";
import type { SecretFile } from "./secret.ts";

/** How Alertmanager sends e-mail. */
export interface Mail {
  /** `host:port` of the server that takes it. */
  readonly smarthost: `${string}:${number}`;
  readonly from: `${string}@${string}`;
  readonly user: string;
  readonly password: SecretFile;
  /** Such as `{ "declared-parts-are-used": "the receivers by e-mail follow next week" }`. */
  readonly allow?: Allowances;
}
