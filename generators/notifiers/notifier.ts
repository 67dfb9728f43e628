import type * as z from "zod";
import type { Platform } from "../language/platform.ts";
import type { SecretFile } from "../language/secret.ts";
import type { Notification } from "./notification.ts";

/** What notifiers read of the platform. */
export type NotifierPlatform = Pick<Platform, "deploy" | "severities">;

/**
 * Everything about a kind of notifier; `O` are its options in a definition.
 *
 * Kinds state even what they do not have (no templates, no limits), so that whoever adds one has thought of it.
 */
export interface NotifierType<O> {
  /** The word of the language that gives it: `pagerDuty`. */
  readonly word: string;
  /** Its list in a receiver of alertmanager.yml. */
  readonly section: `${string}_configs`;
  /**
   * Its entry in this list. Each is notified of resolved alerts too, unless its receiver says otherwise: whoever was woken should know
   * that it is over.
   */
  readonly config: (options: O, platform: NotifierPlatform) => object;
  /** The templates that only this kind uses; they are written where some receiver has it. */
  readonly templates: (platform: NotifierPlatform) => readonly string[];
  /** What the routing table calls it, in plain text: `Slack #alerts`, without anything secret. */
  readonly label: (options: O) => string;
  /** The files that Alertmanager reads for it. */
  readonly secrets: (options: O) => readonly SecretFile[];
  /** Whether it is sent through the platform's mail server. */
  readonly usesMail: boolean;
  /** What the type of its options cannot express, or a cast can get around. */
  readonly shape: z.ZodType;
  readonly texts: NotifierTexts;
  readonly message: NotifierMessage<O>;
}

/** What Alertmanager makes of the entry of a notifier, and how people read it. */
export interface NotifierMessage<O> {
  /** The body that the service is sent; of an e-mail its headers, and its two parts as `html` and `text`. */
  readonly body: (options: O, saying: Saying, platform: NotifierPlatform) => object;
  /** The fields that people read, in their order: `attachments[0].title`. All others are beside them. */
  readonly read: readonly string[];
  /** Fields that say nothing to anybody, such as keys, and those below them. */
  readonly unsaid: readonly string[];
}

/** A notification, and what a text of alertmanager.yml becomes in it. */
export interface Saying {
  readonly notification: Notification;
  readonly say: (text: string) => string;
  /** In a page, where the values are escaped. */
  readonly sayHtml: (text: string) => string;
}

/** As Alertmanager cuts a text, after so many characters. */
export function cut(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join("")}…`;
}

/** What validate must know of the texts in an entry of alertmanager.yml; keys as `title` or `details.firing`. */
export interface NotifierTexts {
  /** HTML, in which Alertmanager escapes the values; the others are plain text. */
  readonly html: readonly string[];
  /** May be empty at times, as a list of resolved alerts is while there are none. */
  readonly optional: readonly string[];
  /** How many characters are accepted, where a longer text is lost or broken. What Alertmanager truncates by itself is not listed. */
  readonly limits: Readonly<Record<string, number>>;
}
