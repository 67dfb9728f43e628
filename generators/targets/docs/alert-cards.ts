import { making } from "../../keep/keeper.ts";
import type { AlertModel } from "../../model/rule-model.ts";
import type { Files, OutputOfEach } from "../../output.ts";
import type { RuleTest } from "../../rule-tests/rule-test.ts";
import type { TestedModel } from "../../rule-tests/tested-model.ts";
import { type AlertRouting, notificationRouting } from "../../routing/notification-routing.ts";
import { timesToPage, type TimesToPage } from "../../routing/time-to-page.ts";
import {
  bulletList,
  codeBlock,
  escapeMarkdown,
  heading,
  inlineCode,
  link,
  printMarkdown,
  table,
} from "../../text/markdown.ts";
import { formatPromql } from "../../promql/format.ts";
import { conditionText } from "./alert-condition.ts";
import { robustText } from "./alert-robust.ts";
import { pictureBlocks } from "./alert-pictures.ts";
import { numberedActions, readableText } from "./readable-text.ts";
import type { Model } from "../../model/model.ts";
import { runbooksOfAlert, shownPanels, type ShownPanel } from "../../model/alert-relations.ts";
import { dashboardsSection, namedOnCard } from "./alert-card/dashboards-section.ts";
import { notifiedOf } from "./messages/messages.ts";
import { ruleTestSection } from "./alert-card/rule-test-section.ts";
import { inhibitionSection, notifiedSection } from "./alert-card/notified-section.ts";

/** The runbook: a page for each alert, which its `runbook_url` leads to. */
export const alertCards: OutputOfEach<TestedModel> = function* (model) {
  const shown = shownPanels(model);
  const times = timesToPage(model);
  const ruleTests = new Map(model.ruleTests.map((ruleTest) => [ruleTest.rule, ruleTest]));
  for (const routing of notificationRouting(model)) {
    const { alert } = routing;
    const ruleTest = ruleTests.get(alert);
    const texts = textsOf(routing, { ruleTest, shown, times }, model);
    yield making(`card of ${alert.name}`, { alert, texts, ruleTest }, card);
  }
};

interface CardFacts {
  readonly alert: AlertModel;
  readonly texts: CardTexts;
  readonly ruleTest: RuleTest | undefined;
}

/** What a card says of what is around its alert. It is short to make, and what it is made from is long to compare. */
interface CardTexts {
  readonly actions: string;
  readonly dashboards: readonly string[];
  readonly runbooks: readonly string[];
  readonly notified: string;
  /** What it makes of series that are new, and of scrapes that fail. */
  readonly robust: string;
  /** Undefined where nothing inhibits anything. */
  readonly inhibition: string | undefined;
}

interface Around {
  readonly ruleTest: RuleTest | undefined;
  readonly shown: readonly ShownPanel[];
  readonly times: TimesToPage;
}

function textsOf(routing: AlertRouting, { ruleTest, shown, times }: Around, model: TestedModel): CardTexts {
  const { alert } = routing;
  return {
    actions: numberedActions(alert.actions, namedOnCard(alert, shown, model)),
    dashboards: dashboardsSection(alert, shown, model),
    runbooks: runbookSection(alert, model),
    notified: [notifiedSection(routing, times), ...messagesLink(alert, ruleTest, model)].join("\n\n"),
    robust: robustText(alert, model),
    inhibition: Object.keys(model.platform.inhibitions).length === 0 ? undefined : inhibitionSection(routing),
  };
}

/**
 * What somebody who was just woken needs comes first, on one screen: how soon, what it means, whom it hurts, what to do, and
 * where to look. A picture and the rest follow.
 */
function card({ alert, texts, ruleTest }: CardFacts, model: TestedModel): Files {
  const blocks = [
    heading(1, escapeMarkdown(alert.alertname)),
    readableText(alert.annotations["summary"] ?? ""),
    urgency(alert),
    `**What it means:** ${readableText(alert.annotations["description"] ?? "")}`,
    `**Impact:** ${readableText(alert.impact)}`,
    heading(2, "First actions"),
    texts.actions,
    heading(2, "Dashboards"),
    ...texts.dashboards,
    ...texts.runbooks,
    heading(2, "When it fires"),
    ...(ruleTest ? pictureBlocks(ruleTest, model) : []),
    codeBlock("promql", formatPromql(alert.deployed)),
    [conditionText(alert), texts.robust].filter((text) => text !== "").join(" "),
    heading(2, "Who is notified"),
    texts.notified,
    ...(texts.inhibition === undefined ? [] : [heading(2, "Inhibition"), texts.inhibition]),
    ...(ruleTest ? [heading(2, "Rule test"), ruleTestSection(ruleTest, model)] : []),
    heading(2, "Labels"),
    labelTable(alert),
    definition(alert),
    link("All alerts", "README.md"),
  ];
  return { [`docs/alerts/${alert.name}.md`]: printMarkdown(blocks, { source: alert.place.file }) };
}

/** How soon somebody must look, and at what. */
function urgency({ severity, service, component }: AlertModel): string {
  return `**${severity.name}**: ${readableText(severity.response)}. Service ${inlineCode(service)}, component ${inlineCode(component)}.`;
}

function labelTable({ labels }: AlertModel): string {
  return table(
    ["label", "value"],
    Object.entries(labels).map(([name, value]) => [inlineCode(name), inlineCode(value)]),
  );
}

/** Without its line: the card would change with everything that is written above it. */
function definition({ name, group, place, guardOf }: AlertModel): string {
  if (guardOf !== undefined)
    return `Made because alerts rest on metrics of job ${inlineCode(guardOf)}, the worst of them in ${inlineCode(place.file)}; evaluated in the group ${inlineCode(group)}.`;
  return `Defined as ${inlineCode(name)} in ${inlineCode(place.file)}, and evaluated in the group ${inlineCode(group)}.`;
}

/** Where there are any messages. */
function messagesLink(alert: AlertModel, ruleTest: RuleTest | undefined, model: TestedModel): string[] {
  if (!notifiedOf(alert, ruleTest, model)) return [];
  return [`${link("What they are sent", `../messages/${alert.name}.md`)} is shown as they will read it.`];
}

/** The runbooks that an alert's card leads to, under their heading; nothing where there are none. */
export function runbookSection(alert: Pick<AlertModel, "name">, model: Pick<Model, "runbooks">): string[] {
  const found = runbooksOfAlert(alert, model);
  if (found.length === 0) return [];
  const links = found.map(({ title, service, slug }) => link(title, `../runbooks/${service}/${slug}.md`));
  return [heading(2, "Runbooks"), bulletList(links)];
}
