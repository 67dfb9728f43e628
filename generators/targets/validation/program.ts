import type { NotifierKind } from "../../language/notifier.ts";
import type { Message } from "../../notifiers/message-of.ts";
import type { Files } from "../../output.ts";
import type { FileFinding } from "./finding.ts";
import type { FileFindings, OwnSubject, Scope } from "./subject.ts";

/** The programs that validate. */
export type ProgramName = "promtool" | "amtool" | "blackbox_exporter" | "docker-compose";

/** Asks a real program. */
export interface ProgramValidator extends Scope {
  readonly by: "program";
  readonly program: ProgramName;
  readonly validate: (subject: OwnSubject, program: Program) => Questions;
  /**
   * Calls about files of this kind that are wrong, each of which the program must refuse before anything else that it says is believed:
   * one that always succeeds would make every file green.
   */
  readonly mustRefuse: readonly [ProgramCall, ...ProgramCall[]];
  /** Calls that it will make whatever the definitions say: they can be made while these are still being loaded. Left out: none. */
  readonly ahead?: (subject: Pick<OwnSubject, "paths" | "files">) => readonly ProgramCall[];
}

/**
 * A generator function: it yields calls of the program, all of which may run at the same time, gets their answers in the
 * same order, may ask again, and returns what it found.
 *
 *     const [answer] = yield [{ args: ["check", "rules", ...paths] }];
 */
export type Questions = Generator<readonly ProgramCall[], FileFindings, readonly ProgramAnswer[]>;

/** One call of the program. */
export interface ProgramCall {
  readonly args: readonly string[];
  /**
   * A file that stands after the arguments. Calls that differ only in it may be made as one, because a start takes long: if it
   * succeeds, each of them would.
   */
  readonly file?: string;
  /** The paths of all files under out/ that the answer depends on; left out: all that the validator covers. */
  readonly reads?: readonly string[];
  /** How much of a processor's time it may take at most, in milliseconds; left out: what any program may. */
  readonly cpuLimitMs?: number;
  /** The files of a temporary folder in which the program is started; left out: it is started in out/. */
  readonly folder?: Files;
  /** What it reads from its standard input. */
  readonly input?: string;
  /** Its whole environment, but for PATH and HOME; left out: that of whoever validates. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** What the program said. */
export interface ProgramAnswer {
  /** Its exit code. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** It was ended because it had taken as much of a processor's time as it may, in milliseconds. Left out: it came to its end. */
  readonly endedAfterMs?: number;
}

/** The program as it is on this machine. */
export interface Program {
  /** The text of Alertmanager's own templates, where amtool does not carry them itself. */
  readonly defaultTemplates: string | undefined;
}

/** Starts a real Alertmanager and asks it about pairs of alerts, each of which fires at the same time. */
export interface AlertsValidator extends Scope {
  readonly by: "alertmanager";
  /** Of the definitions, all that decides which pairs there are and what is found in the answers, as a text. */
  readonly decidedBy: (subject: OwnSubject) => string;
  readonly pairs: (subject: OwnSubject) => readonly AlertPair[];
  readonly findings: (
    pairs: readonly AlertPair[],
    answers: readonly AlertPairAnswer[],
    subject: OwnSubject,
  ) => FileFindings;
}

/** The labels of an alert. */
export type LabelSet = Readonly<Record<string, string>>;

/** The labels of two alerts that fire at the same time. */
export type AlertPair = readonly [LabelSet, LabelSet];

/** What Alertmanager does with each alert of a pair. */
export type AlertPairAnswer = readonly [AlertAnswer, AlertAnswer];

/** What Alertmanager does with an alert. */
export interface AlertAnswer {
  /** Names, in the order of the routes. */
  readonly receivers: readonly string[];
  readonly isInhibited: boolean;
}

/** Has a real Alertmanager notify of alerts, each alone in its group: first that it fires, and then that it is over. */
export interface MessagesValidator extends Scope {
  readonly by: "messages";
  /** The alerts that it shall notify of. */
  readonly asked: (subject: OwnSubject) => readonly AskedAlert[];
  /** What is found in what was sent of one of them. */
  readonly findings: (
    asked: AskedAlert,
    sent: readonly SentMessage[],
    subject: OwnSubject,
  ) => readonly FileFinding[];
}

/** An alert that Alertmanager shall notify of. */
export interface AskedAlert {
  readonly labels: LabelSet;
  readonly annotations: LabelSet;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Where Alertmanager says that it can be reached. */
  readonly externalUrl: string;
  /** Who shall be notified: names of receivers in alertmanager.yml. */
  readonly receivers: readonly string[];
  /** What is looked at besides what is sent: the text of a page. */
  readonly beside: string;
}

/** What a notifier has sent, or why it could not. */
export interface SentMessage {
  readonly receiver: string;
  readonly kind: NotifierKind;
  readonly state: "firing" | "resolved";
  readonly outcome: { readonly message: Message } | { readonly failure: string };
}
