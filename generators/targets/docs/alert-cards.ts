import { shownPanels, type ShownPanel } from "../../model/alert-relations.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import type { Files, Output } from "../../output.ts";
import type { RuleTest } from "../../rule-tests/rule-test.ts";
import type { TestedModel } from "../../rule-tests/tested-model.ts";
import { notificationRouting, type AlertRouting } from "../../routing/notification-routing.ts";
import { codeBlock, heading, inlineCode, link, printMarkdown, table } from "../../text/markdown.ts";
import { formatPromql } from "../../promql/format.ts";
import { runbookSection } from "./alert-cards/runbook-section.ts";
import { conditionWords } from "./alert-cards/condition-words.ts";
import { panelLinks } from "./alert-cards/panel-links.ts";
import { pictureBlock } from "./alert-cards/picture-block.ts";
import { ruleTestSection } from "./alert-cards/rule-test-section.ts";
import { inhibitionSection } from "./alert-cards/inhibition-section.ts";
import { notifiedSection } from "./alert-cards/notified-section.ts";
import { readableText } from "../parts/readable-text.ts";

/** The runbook: a page for each alert, which its `runbook_url` leads to. */
export const alertCards: Output<TestedModel> = (model): Files => {
  const shown = shownPanels(model);
  const ruleTests = new Map(model.ruleTests.map((ruleTest) => [ruleTest.rule, ruleTest]));
  return Object.fromEntries(
    notificationRouting(model).map((routing) => {
      const { alert } = routing;
      return [`docs/alerts/${alert.name}.md`, card(routing, ruleTests.get(alert), shown, model)];
    }),
  );
};

/** What somebody needs who was just woken stands first: what it means, whom it hurts, what to do. */
function card(
  routing: AlertRouting,
  ruleTest: RuleTest | undefined,
  shown: readonly ShownPanel[],
  model: TestedModel,
): string {
  const { alert } = routing;
  const blocks = [
    heading(1, alert.name),
    readableText(alert.annotations["summary"] ?? ""),
    urgency(alert),
    ...(ruleTest ? pictureBlock(ruleTest, model) : []),
    heading(2, "What it means"),
    readableText(alert.annotations["description"] ?? ""),
    heading(2, "Impact"),
    readableText(alert.impact),
    heading(2, "First actions"),
    alert.actions.map(action).join("\n"),
    heading(2, "Dashboards"),
    panelLinks(alert, shown, model),
    ...runbookSection(alert, model),
    heading(2, "Expression"),
    codeBlock("promql", formatPromql(alert.expr)),
    conditionWords(alert),
    heading(2, "Who is told"),
    notifiedSection(routing),
    heading(2, "Silence"),
    inhibitionSection(routing),
    ...(ruleTest ? [heading(2, "Proof"), ruleTestSection(ruleTest)] : []),
    heading(2, "Labels"),
    labelTable(alert),
    definition(alert),
    link("All alerts", "README.md"),
  ];
  return printMarkdown(blocks, { source: alert.place.file });
}

function urgency({ severity, service, component }: AlertModel): string {
  return table(
    ["severity", "response", "service", "component"],
    [[`**${severity.name}**`, readableText(severity.response), inlineCode(service), inlineCode(component)]],
  );
}

function action(text: string, index: number): string {
  const marker = `${index + 1}. `;
  // Further lines belong to the item only when they are indented as far as its text.
  return marker + readableText(text).replaceAll("\n", `\n${" ".repeat(marker.length)}`);
}

function labelTable({ labels }: AlertModel): string {
  return table(
    ["label", "value"],
    Object.entries(labels).map(([name, value]) => [inlineCode(name), inlineCode(value)]),
  );
}

/** Without its line: the card would change with everything that is written above it. */
function definition({ name, group, place }: AlertModel): string {
  return `Defined as ${inlineCode(name)} in ${inlineCode(place.file)}, and evaluated in the group ${inlineCode(group)}.`;
}
