import { making } from "../../../keep/keeper.ts";
import type { Receiver } from "../../../language/routing.ts";
import type { AlertModel } from "../../../model/rule-model.ts";
import { messagesOf, type Fired } from "../../../notifiers/messages-of.ts";
import type { Files, OutputOfEach } from "../../../output.ts";
import { firedAs, receiversOf } from "../../../routing/receivers-of.ts";
import type { RuleTest } from "../../../rule-tests/rule-test.ts";
import type { TestedModel } from "../../../rule-tests/tested-model.ts";
import { heading, link, printMarkdown } from "../../../text/markdown.ts";
import { messageBlocks } from "./message-page.ts";

/** What people are sent of each alert, so that a change of a template or a text shows in a review as they will read it. */
export const messagePages: OutputOfEach<TestedModel> = function* (model) {
  const ruleTests = new Map(model.ruleTests.map((ruleTest) => [ruleTest.rule, ruleTest]));
  for (const alert of model.alerts) {
    const notified = notifiedOf(alert, ruleTests.get(alert), model);
    if (!notified) continue;
    const { name, place } = alert;
    yield making(`messages of ${name}`, { name, file: place.file, ...notified }, messagePage);
  }
};

interface PageFacts extends Notified {
  readonly name: string;
  /** Where the alert is defined. */
  readonly file: string;
}

function messagePage({ name, file, fired, receivers }: PageFacts, { platform }: TestedModel): Files {
  const blocks = [
    heading(1, `What is sent of ${name}`),
    `Each message as Alertmanager sends it, with what ${link("the alert", `../alerts/${name}.md`)} carries in its first scenario, at a moment that is always the same. Here it is alone in its group; of several the title says how many there are, and the text has one after the other.`,
    ...receivers.flatMap((receiver) =>
      messagesOf(fired, receiver, platform).flatMap((one) => messageBlocks(receiver.name, one)),
    ),
  ];
  return { [messagesPath(name)]: printMarkdown(blocks, { source: file }) };
}

export const messagesFolder = "docs/messages/";

export function messagesPath(alert: string): string {
  return `${messagesFolder}${alert}.md`;
}

/** An alert in its first scenario, and who is notified of it. */
export interface Notified {
  readonly fired: Fired;
  readonly receivers: readonly Receiver[];
}

/** Undefined: nobody is, or no rule test lets it fire. */
export function notifiedOf(
  { alertname }: Pick<AlertModel, "alertname">,
  ruleTest: Pick<RuleTest, "fires"> | undefined,
  { platform }: Pick<TestedModel, "platform">,
): Notified | undefined {
  if (!ruleTest?.fires) return undefined;
  const fired = firedAs(alertname, ruleTest.fires, platform.prometheus);
  const receivers = receiversOf(fired, platform);
  return receivers.length === 0 ? undefined : { fired, receivers };
}
