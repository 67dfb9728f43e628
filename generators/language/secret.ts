import type { Allowances } from "./allow.ts";
import { callerPlace, type Place } from "./place.ts";

export interface SecretFileOptions {
  /** Checks to suppress for this secret, by id, each with a reason: `{ "declared-parts-are-used": "needed from May on" }`. */
  readonly allow?: Allowances;
}

/** A secret that a program reads from a file: its path goes into `out/`, its content never does. */
export interface SecretFile extends SecretFileOptions {
  readonly kind: "secret file";
  readonly name: string;
  /** What it is and where to get it, for the person who deploys. */
  readonly purpose: string;
  /** Absolute, inside the container. */
  readonly path: string;
  readonly place: Place;
}

/**
 * A secret, by the name of its file: it is read from `/run/secrets/<name>`.
 *
 * `purpose` says what it is and where to get it, for the person who deploys. A secret that is listed in `secrets` of the platform
 * and that nothing reads is a problem.
 * @example secretFile("slack_webhook_url", "Incoming webhook of the team, from the settings of the channel.")
 * @refuses secretFile("slack_webhook_url")
 * @check no-secret-values
 */
export function secretFile(name: string, purpose: string, options: SecretFileOptions = {}): SecretFile {
  return {
    kind: "secret file",
    name,
    purpose,
    path: `/run/secrets/${name}`,
    ...options,
    place: callerPlace(),
  };
}
