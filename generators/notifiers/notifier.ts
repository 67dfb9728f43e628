import type * as z from "zod";
import type { Platform } from "../language/platform.ts";
import type { SecretFile } from "../language/secret.ts";

/** What notifiers read of the platform. */
export type NotifierPlatform = Pick<Platform, "deploy" | "severities">;

/**
 * All that is known of a kind of notifier; `O` is what a definition says of one.
 *
 * What only some kinds have is said by the others too (no templates, no limits): whoever adds a kind has thought of it.
 */
export interface NotifierType<O> {
  /** The word of the language that gives it: `pagerDuty`. */
  readonly word: string;
  /** Its list in a receiver of alertmanager.yml. */
  readonly section: `${string}_configs`;
  /** Its entry in this list. Each is told of the end of an alert too: who was woken should know that it is over. */
  readonly config: (options: O, platform: NotifierPlatform) => object;
  /** The templates that only this kind uses; they are written where some receiver has it. */
  readonly templates: (platform: NotifierPlatform) => readonly string[];
  /** How it stands in the routing table, in plain text: `Slack #alerts`. What is secret is not said. */
  readonly label: (options: O) => string;
  /** The files that Alertmanager reads for it. */
  readonly secrets: (options: O) => readonly SecretFile[];
  /** Whether it is sent by the platform's mail server. */
  readonly usesMail: boolean;
  /** What the type of its options cannot say, or a cast can get around. */
  readonly shape: z.ZodType;
  readonly texts: NotifierTexts;
  /** How its secrets look when somebody writes one down by mistake; the first group, if there is one, is the secret. */
  readonly leaks: readonly Leak[];
}

/** What validate must know of the texts in an entry of alertmanager.yml; keys as `title` or `details.firing`. */
export interface NotifierTexts {
  /** Pages, in which Alertmanager escapes the values; the others are plain text. */
  readonly html: readonly string[];
  /** May come out empty now and then, as what lists resolved alerts does while there is none. */
  readonly optional: readonly string[];
  /** How many characters are taken, where a longer text is lost or broken. What Alertmanager cuts in peace is not listed. */
  readonly limits: Readonly<Record<string, number>>;
}

/** A kind of secret, in words for a message, and its pattern. */
export type Leak = readonly [what: string, shape: RegExp];
