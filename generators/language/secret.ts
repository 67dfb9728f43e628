import type { Allowances } from "./allow.ts";
import { callerPlace, type Place } from "./place.ts";

/** A secret that a program reads from a file: the file's path goes into `out/`, its content never does. */
export interface SecretFile {
  readonly kind: "secret file";
  readonly name: string;
  /** What it is and where one gets it, for the person who deploys. */
  readonly purpose: string;
  /** Absolute, in the container. */
  readonly path: string;
  readonly allow?: Allowances;
  readonly place: Place;
}

/**
 * A secret by the name of its file: `secretFile("slack_webhook_url", "…")` is read from `/run/secrets/slack_webhook_url`.
 *
 * One that nothing reads is noticed where `secrets` of the platform has it, and can be kept with a reason:
 * `secretFile("…", "…", { allow: { "declared-parts-are-used": "…" } })`.
 */
export function secretFile(
  name: string,
  purpose: string,
  options: { readonly allow?: Allowances } = {},
): SecretFile {
  return {
    kind: "secret file",
    name,
    purpose,
    path: `/run/secrets/${name}`,
    ...options,
    place: callerPlace(),
  };
}
