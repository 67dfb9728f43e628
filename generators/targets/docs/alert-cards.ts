import { shownPanels, type ShownPanel } from "../../model/dashboards-of-alert.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import type { Files, Output } from "../../output.ts";
import type { Proof } from "../../rule-tests/proof.ts";
import type { ProvenModel } from "../../rule-tests/proven-model.ts";
import { waysToPeople, type AlertWays } from "../../routing/ways-to-people.ts";
import { codeBlock, heading, inlineCode, link, printMarkdown, table } from "../../text/markdown.ts";
import { formatPromql } from "../../promql/format.ts";
import { runbookSection } from "./alert-cards/runbook-section.ts";
import { conditionWords } from "./alert-cards/condition-words.ts";
import { panelLinks } from "./alert-cards/panel-links.ts";
import { pictureBlock } from "./alert-cards/picture-block.ts";
import { proofSection } from "./alert-cards/proof-section.ts";
import { silenceSection } from "./alert-cards/silence-section.ts";
import { toldSection } from "./alert-cards/told-section.ts";
import { readableText } from "../parts/readable-text.ts";

/** The runbook: a page for each alert, which its `runbook_url` leads to. */
export const alertCards: Output<ProvenModel> = (model): Files => {
  const shown = shownPanels(model);
  const proofs = new Map(model.proofs.map((proof) => [proof.rule, proof]));
  return Object.fromEntries(
    waysToPeople(model).map((ways) => {
      const { alert } = ways;
      return [`docs/alerts/${alert.name}.md`, card(ways, proofs.get(alert), shown, model)];
    }),
  );
};

/** What somebody needs who was just woken stands first: what it means, whom it hurts, what to do. */
function card(
  ways: AlertWays,
  proof: Proof | undefined,
  shown: readonly ShownPanel[],
  model: ProvenModel,
): string {
  const { alert } = ways;
  const blocks = [
    heading(1, alert.name),
    readableText(alert.annotations["summary"] ?? ""),
    urgency(alert),
    ...(proof ? pictureBlock(proof, model) : []),
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
    toldSection(ways),
    heading(2, "Silence"),
    silenceSection(ways),
    ...(proof ? [heading(2, "Proof"), proofSection(proof)] : []),
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
