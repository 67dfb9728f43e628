import { making } from "../../../keep/keeper.ts";
import type { Receiver } from "../../../language/routing.ts";
import type { AlertModel } from "../../../model/rule-model.ts";
import { messagesOf, type Fired } from "../../../notifiers/messages-of.ts";
import type { Files, OutputOfEach } from "../../../output.ts";
import { labelsSent, receiversOf } from "../../../routing/receivers-of.ts";
import type { TestedModel } from "../../../rule-tests/tested-model.ts";
import { heading, link, printMarkdown } from "../../../text/markdown.ts";
import { templatesOf } from "../../alertmanager/templates.ts";
import { messageBlocks } from "./message-page.ts";

/** What people are sent of each alert, so that a change of a template or a text shows in a review as they will read it. */
export const messagePages: OutputOfEach<TestedModel> = function* (model) {
  const ruleTests = new Map(model.ruleTests.map((ruleTest) => [ruleTest.rule, ruleTest]));
  for (const alert of model.alerts) {
    const fired = firedOf(alert, ruleTests.get(alert), model);
    const receivers = fired ? notifiedReceivers(fired, model) : [];
    if (!fired || receivers.length === 0) continue;
    const { name, place } = alert;
    yield making(`messages of ${name}`, { name, file: place.file, fired, receivers }, messagePage);
  }
};

interface PageFacts {
  readonly name: string;
  /** Where the alert is defined. */
  readonly file: string;
  readonly fired: Fired;
  readonly receivers: readonly Receiver[];
}

function messagePage({ name, file, fired, receivers }: PageFacts, { platform }: TestedModel): Files {
  const templates = templatesOf(platform);
  const blocks = [
    heading(1, `What is sent of ${name}`),
    `Each message as Alertmanager sends it, with what ${link("the alert", `../alerts/${name}.md`)} carries in its first scenario, at a moment that is always the same. Here it is alone in its group; of several the title says how many there are, and the text has one after the other.`,
    ...receivers.flatMap((receiver) =>
      messagesOf(fired, receiver, { platform, templates }).flatMap((one) =>
        messageBlocks(receiver.name, one),
      ),
    ),
  ];
  return { [messagesPath(name)]: printMarkdown(blocks, { source: file }) };
}

export const messagesFolder = "docs/messages/";

export function messagesPath(alert: string): string {
  return `${messagesFolder}${alert}.md`;
}

/** What Alertmanager gets when the alert first fires in its rule test; undefined: no test lets it fire. */
export function firedOf(
  { name }: Pick<AlertModel, "name">,
  ruleTest: Pick<TestedModel["ruleTests"][number], "fires"> | undefined,
  { platform }: Pick<TestedModel, "platform">,
): Fired | undefined {
  const fires = ruleTest?.fires;
  if (!fires) return undefined;
  const labels = labelsSent(name, fires.exp_labels, platform.prometheus);
  return { labels, annotations: fires.exp_annotations };
}

/** Who is notified of it by any means. */
export function notifiedReceivers(
  { labels }: Fired,
  { platform }: Pick<TestedModel, "platform">,
): Receiver[] {
  return receiversOf(labels, platform).filter(({ notifiers }) => notifiers.length > 0);
}
