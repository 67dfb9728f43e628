import type { NotifierKind } from "../../generators/language/notifier.ts";

/** A way to notify somebody. */
export interface ChosenNotifier {
  readonly kind: NotifierKind;
  /** The channel, the recipient or the chat; undefined where it is left open, or where the kind has none. */
  readonly address?: string | undefined;
}

export const ciKinds = ["github", "gitlab", "none"] as const;
export type CiKind = (typeof ciKinds)[number];

/** What a new project must know of those whom it is for. Undefined: nobody has said yet. */
export interface Answers {
  /** Of the project: in package.json, and of the stack that is deployed. */
  readonly name: string;
  readonly organisation: string | undefined;
  /** By its name in the time zone database. */
  readonly timeZone: string | undefined;
  /** How whoever is on call is notified, day and night. */
  readonly onCall: readonly ChosenNotifier[] | undefined;
  /** How the team is notified, in business hours. */
  readonly team: readonly ChosenNotifier[] | undefined;
  /** `host:port` of the mail server; of use only where somebody is notified by e-mail. */
  readonly smarthost: string | undefined;
  /** The sender of e-mails, and the user that signs in to the mail server. */
  readonly mailFrom: string | undefined;
  /** Where people read `out/docs/`. */
  readonly docsUrl: string | undefined;
  /** Whether a service outside of the stack notices when the stack itself stops. */
  readonly deadMansSwitch: boolean | undefined;
  readonly ci: CiKind;
  /** Whether there is a service to start from. */
  readonly withSample: boolean;
}

/** The kinds of notifier that are chosen, each once, in the order of the first. */
export function chosenKinds({ onCall = [], team = [] }: Pick<Answers, "onCall" | "team">): NotifierKind[] {
  return [...new Set([...onCall, ...team].map(({ kind }) => kind))];
}
