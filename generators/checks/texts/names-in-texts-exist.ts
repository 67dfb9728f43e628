import { type Check, type Finding, suppressing } from "../../check.ts";
import { groupBy } from "../../group-by.ts";
import type { Model } from "../../model/model.ts";
import { lostAlerts, type LostAlerts } from "../reading/alerts-named-in.ts";
import { authoredIn } from "../reading/deployed-strings.ts";
import {
  lostTitles,
  type Mention,
  mentions,
  nearTitle,
  titleAt,
  type Titled,
} from "../reading/titles-named-in.ts";
import { writtenTexts } from "../reading/written-texts.ts";

const id = "names-in-texts-exist";

/** Alerts, panels, dashboards and runbooks that texts name are there: whoever reads it at night looks for them. */
export const namesInTextsExist: Check = {
  id,
  why: "A runbook that points to a renamed panel or alert costs minutes when they count most.",
  source: "https://sre.google/sre-book/being-on-call/",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  actions: ["Look at the panel Ordres."],
});
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  actions: ["Look at the panel Orders."],
});
`,
  *find(model: Model): Iterable<Finding> {
    const named = namedThings(model);
    const authored = authoredIn(model);
    // What is made of one template, such as an SLO, says the same of each.
    const known = new Map<string, readonly Lost[]>();
    for (const [definition, owner, texts] of writtenTexts(model)) {
      const author = authored(definition);
      // What is made of an SLO names what comes with it.
      if (author !== definition) continue;
      for (const [word, text] of Object.entries(texts)) {
        if (text === undefined) continue;
        const lost = known.get(text) ?? lostIn(text, named);
        known.set(text, lost);
        for (const { what, fix } of lost)
          yield { definition, message: `${word} of ${owner} names ${what}`, fix };
      }
    }
  },
};

/** What a text names that is not there. */
interface Lost {
  /** Follows `names`: `the alert "X", which does not exist`. */
  readonly what: string;
  readonly fix: string;
}

interface NamedThings {
  readonly alerts: LostAlerts;
  readonly titled: readonly Titled[];
  /** The titles of the dashboards that have a panel, or a row, of this title. */
  readonly having: (title: string) => ReadonlySet<string>;
  /** All that `see …` can lead to. */
  readonly all: readonly string[];
}

function namedThings(model: Model): NamedThings {
  const { alerts, dashboards, runbooks, services, jobs } = model;
  const rows = dashboards.flatMap((dashboard) => dashboard.rows);
  const panels = rows.flatMap((row) => [row.title, ...row.panels.map(({ title }) => title)]);
  const titled = [
    { word: "panel", titles: [...new Set(panels)] },
    { word: "dashboard", titles: dashboards.map(({ title }) => title) },
    { word: "runbook", titles: runbooks.map(({ title }) => title) },
  ];
  const titles = titled.flatMap((one) => one.titles);
  const names = [...new Set(alerts.flatMap(({ name, alertname }) => [name, alertname]))];
  const others = [
    ...titles,
    ...services.flatMap(({ title, owner }) => [title, owner]),
    ...jobs.map(({ name }) => name),
  ];
  const all = [...titles, ...names];
  return { alerts: lostAlerts(names, others), titled, having: dashboardsHaving(dashboards), all };
}

function dashboardsHaving(dashboards: Model["dashboards"]): NamedThings["having"] {
  const titles = dashboards.flatMap(({ title: dashboard, rows }) => {
    const own = rows.flatMap((row) => [row.title, ...row.panels.map(({ title }) => title)]);
    return [...new Set(own)].map((title) => ({ title, dashboard }));
  });
  const byTitle = groupBy(titles, ({ title }) => title);
  const dashboardsOf = new Map(
    [...byTitle].map(([title, own]) => [title, new Set(own.map(({ dashboard }) => dashboard))]),
  );
  return (title) => dashboardsOf.get(title) ?? new Set();
}

function lostIn(text: string, named: NamedThings): Lost[] {
  const mentioned = named.titled.map((one) => mentions(text, one));
  const titles = named.titled.flatMap((one, index) => lostTitles(mentioned[index] ?? [], one));
  return [
    ...named.alerts(text).map(({ name, hint }) => lost(`the alert "${name}"`, hint)),
    ...titles.map(({ word, title, hint }) => lost(`the ${word} "${title}"`, hint)),
    ...misplaced(mentioned[0] ?? [], named),
    ...nearlySeen(text, named).map(({ title, hint }) => lost(`"${title}"`, hint)),
  ];
}

/** `the panel Orders of Shop latency`, where another dashboard has it. */
function* misplaced(mentioned: readonly Mention[], named: NamedThings): Iterable<Lost> {
  const [, dashboards] = named.titled;
  if (!dashboards) return;
  for (const { title, rest } of mentioned) {
    if (title === undefined) continue;
    const of = /^["'`”]? (?:of|on|in) (?:the dashboard )?/.exec(rest.slice(title.length))?.[0];
    if (of === undefined) continue;
    const dashboard = bare(titleAt(rest.slice(title.length + of.length), dashboards.titles) ?? "");
    const panel = bare(title);
    const having = named.having(panel);
    // One word alone may be the thing itself: `the panel Memory of Cache servers`.
    const isNamed = dashboard.includes(" ") || (dashboard !== "" && of.includes("dashboard"));
    if (!isNamed || having.has(dashboard)) continue;
    yield {
      what: `the panel "${panel}" of "${dashboard}", which has no such panel`,
      fix: `name ${[...having].map((one) => `"${one}"`).join(" or ")}, which does, or ${suppressing(id)}`,
    };
  }
}

function bare(title: string): string {
  return title.replace(/^["'`“]/, "");
}

/** `see Frame tmie`: anything may follow this word, so only what is nearly the name of something is reported. */
function nearlySeen(text: string, { all, alerts }: NamedThings): { title: string; hint: string }[] {
  return [...text.matchAll(/\b[Ss]ee (?:also )?(?=\p{Lu})/gu)].flatMap((match) => {
    const rest = text.slice(match.index + match[0].length);
    if (titleAt(rest, all) !== undefined || alerts(`see ${rest.split(" ")[0] ?? ""}`).length > 0) return [];
    return nearTitle(rest, all) ?? [];
  });
}

function lost(what: string, hint: string): Lost {
  return { what: `${what}, which does not exist${hint}`, fix: `correct the name, or ${suppressing(id)}` };
}
