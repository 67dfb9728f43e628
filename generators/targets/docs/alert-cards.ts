import type { AlertModel } from "../../model/rule-model.ts";
import type { Files, Output } from "../../output.ts";
import type { RuleTest } from "../../rule-tests/rule-test.ts";
import type { TestedModel } from "../../rule-tests/tested-model.ts";
import {
  type AlertRouting,
  type NotifyingRoute,
  notificationRouting,
} from "../../routing/notification-routing.ts";
import {
  codeBlock,
  heading,
  inlineCode,
  link,
  printMarkdown,
  table,
  bulletList,
  escapeMarkdown,
} from "../../text/markdown.ts";
import { formatPromql } from "../../promql/format.ts";
import { conditionText } from "./alert-condition.ts";
import { pictureBlock } from "./alert-pictures.ts";
import { readableText } from "./readable-text.ts";
import type { Model } from "../../model/model.ts";
import {
  runbooksOfAlert,
  dashboardUrl,
  panelsOfAlert,
  shownPanels,
  type ShownPanel,
} from "../../model/alert-relations.ts";
import type { PanelModel } from "../../panels/panel-model.ts";
import { formatDuration } from "../../language/duration.ts";
import { notifierLabels } from "../../notifiers/of-receivers.ts";
import { closedTimes, pairWords } from "./routing-table/alert-table.ts";

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

/** What somebody who was just woken needs comes first: what it means, whom it hurts, what to do. */
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
    codeBlock("promql", formatPromql(alert)),
    conditionText(alert),
    heading(2, "Who is notified"),
    notifiedSection(routing),
    ...(Object.keys(model.platform.inhibitions).length === 0
      ? []
      : [heading(2, "Inhibition"), inhibitionSection(routing)]),
    ...(ruleTest ? [heading(2, "Rule test"), ruleTestSection(ruleTest)] : []),
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

/** The runbooks that an alert's card leads to, under their heading; nothing where there are none. */
export function runbookSection(alert: Pick<AlertModel, "name">, model: Pick<Model, "runbooks">): string[] {
  const found = runbooksOfAlert(alert, model);
  if (found.length === 0) return [];
  const links = found.map(({ title, service, slug }) => link(title, `../runbooks/${service}/${slug}.md`));
  return [heading(2, "Runbooks"), bulletList(links)];
}

/** The panels that show what an alert looks at, by dashboard, each with the address at which Grafana shows it alone. */
function panelLinks(alert: AlertModel, shown: readonly ShownPanel[], model: Model): string {
  const found = panelsOfAlert(alert, shown, model);
  if (found.length === 0) return "No dashboard shows what this alert is based on.";
  const dashboards = [...new Set(found.map(({ dashboard }) => dashboard))];
  return bulletList(
    dashboards.map((dashboard) => {
      const url = dashboardUrl(dashboard, model.platform);
      const own = found.filter((one) => one.dashboard === dashboard);
      const panels = own.map(({ panel }) => panelLink(panel, alert, url));
      return `${link(dashboard.title, url)}\n${bulletList(panels)}`;
    }),
  );
}

function panelLink({ id, title, alerts }: PanelModel, alert: AlertModel, url: string): string {
  // The ids are given by the same build that writes the dashboards.
  const address = link(title === "" ? `panel ${id}` : title, `${url}?viewPanel=${id}`);
  const isDrawn = alerts.some(({ name }) => name === alert.name);
  return isDrawn ? `${address}, with the threshold drawn in` : address;
}

const columns = ["who", "by", "how soon", "again after", "outside its hours"];

/** Who is notified of one alert: the same as its row in the table of all alerts. */
function notifiedSection({ routes }: AlertRouting): string {
  if (routes.length === 0) return "Nobody is notified.";
  const isSure = routes.every(({ surely }) => surely);
  const sentences = [
    "Counted from when the condition is first met.",
    ...(isSure ? [] : ["Perhaps: it depends on labels whose values are known only when it fires."]),
    `${link("Notification routing", "../routing.md")} shows how this is worked out.`,
  ];
  return `${table(columns, routes.map(row))}\n\n${sentences.join(" ")}`;
}

function row({ surely, route, settings, times }: NotifyingRoute): string[] {
  const names = notifierLabels(settings.receiver);
  const closed = closedTimes(route);
  return [
    `${surely ? "" : "perhaps "}${escapeMarkdown(settings.receiver.name)}`,
    names.length === 0 ? "nobody" : names.map(escapeMarkdown).join(", "),
    `${formatDuration(times.soonestMs)} to ${formatDuration(times.latestMs)}`,
    formatDuration(times.againAfterMs),
    closed === undefined
      ? "notified anyway"
      : escapeMarkdown(
          `not notified ${closed}; if it still fires, up to ${formatDuration(times.atMostEveryMs)} after that ends`,
        ),
  ];
}

/** What inhibits an alert and what it inhibits, with links to their cards. */
function inhibitionSection({ inhibitedBy, inhibits }: AlertRouting): string {
  const sources = pairWords(inhibitedBy, ({ source }) => source, cardLink);
  const targets = pairWords(inhibits, ({ target }) => target, cardLink);
  return bulletList([
    sources.length === 0
      ? "No other alert inhibits it."
      : `It is inhibited while one of these fires: ${sources.join("; ")}.`,
    targets.length === 0
      ? "It inhibits no other alert."
      : `While it fires, it inhibits: ${targets.join("; ")}.`,
  ]);
}

function cardLink(name: string): string {
  return link(name, `${name}.md`);
}

/** The tests of an alert, in the words of their names. */
function ruleTestSection({ fileName, testFile }: RuleTest): string {
  const { tests } = testFile;
  if (tests.length === 0) return "No rule test shows that it can fire.";
  const file = link(`${fileName}.test.yml`, `../../prometheus/tests/${fileName}.test.yml`);
  return `In ${file}, promtool tests the rule as it is deployed:\n\n${bulletList(tests.map(({ name }) => escapeMarkdown(name)))}`;
}
