import type { Definitions } from "../../generators/language/platform.ts";
import type { AlertModel } from "../../generators/model/rule-model.ts";
import { filesOfEach, type Files } from "../../generators/output.ts";
import { drawDashboard } from "../../generators/pictures/dashboard/draw-dashboard.ts";
import { drawNotification } from "../../generators/pictures/notification/draw-notification.ts";
import { drawRouting } from "../../generators/pictures/routing/draw-routing.ts";
import { themes } from "../../generators/pictures/theme.ts";
import { notificationRouting } from "../../generators/routing/notification-routing.ts";
import type { TestedModel } from "../../generators/rule-tests/tested-model.ts";
import { alertPictures } from "../../generators/targets/docs/alert-pictures.ts";
import { printSvg, type SvgElement } from "../../generators/text/svg.ts";
import type { Tool } from "../tools/find-tool.ts";
import { firingOf } from "./alert-series.ts";
import { dashboardValues } from "./dashboard-values.ts";
import { slackNotification, type Fired } from "./notification.ts";
import { playedWorld } from "./played-world.ts";

/** What is drawn of a project: an alert, and a dashboard while it begins to fire. */
export interface Drawn {
  readonly alert: string;
  readonly dashboard: string;
  /** Of the dashboard, by their titles. */
  readonly rows: readonly string[];
  /** Where a reader changes what is drawn, for the first line of the files. */
  readonly source: string;
}

/** Any moment will do: it is the same for everybody. */
const startedMs = Date.UTC(2026, 0, 31, 12);

/**
 * Pictures of what a project looks like to people, each for light and for dark pages: the rule test of an alert, its notification,
 * who gets it, and a dashboard.
 */
export async function projectPictures(
  drawn: Drawn,
  definitions: Definitions,
  model: TestedModel,
  amtool: Tool,
): Promise<Files> {
  const alert = found(model.alerts, ({ name }) => name === drawn.alert, `alert ${drawn.alert}`);
  const dashboard = found(
    model.dashboards,
    ({ uid }) => uid === drawn.dashboard,
    `dashboard ${drawn.dashboard}`,
  );
  const routing = found(
    notificationRouting(model),
    (one) => one.alert === alert,
    `routing of ${drawn.alert}`,
  );
  const play = { definitions, model, fire: alert.name, startedMs };
  const notification = await slackNotification(fired(alert, play), model, amtool);
  const values = dashboardValues(dashboard, play);
  const note = `Drawn from the definitions, not by Grafana: what the queries return while ${alert.name} begins to fire in simulated services.`;
  return {
    ...ruleTestPictures(alert, model, drawn),
    ...files("notification", drawNotification(notification), drawn),
    ...files("routing", drawRouting(routing, model.platform), drawn),
    ...files("dashboard", drawDashboard(dashboard, values, { rows: drawn.rows, note }), drawn),
  };
}

function found<Item>(items: readonly Item[], isIt: (item: Item) => boolean, what: string): Item {
  const item = items.find(isIt);
  if (item === undefined) throw new Error(`there is no ${what}`);
  return item;
}

/** What is sent of the alert when its scenario has been played for long enough. */
function fired(alert: AlertModel, play: Omit<Parameters<typeof playedWorld>[0], "badMs">): Fired {
  const world = playedWorld({ ...play, badMs: 0 });
  const [sent] = firingOf(alert, world.at(alert.forMs));
  if (!sent) throw new Error(`${alert.name} does not fire with its scenario`);
  return { alert, sent, sinceMs: play.startedMs + alert.forMs };
}

/** As on the alert's card. */
function ruleTestPictures({ name }: AlertModel, model: TestedModel, { source }: Drawn): Files {
  const ruleTests = model.ruleTests.filter(({ rule }) => rule.id === name);
  const pictures = filesOfEach(alertPictures, { ...model, ruleTests });
  return Object.fromEntries(
    Object.entries(pictures).map(([path, text]) => [
      path.replace(/^.*-(\w+\.svg)$/, "rule-test-$1"),
      withSource(text, source),
    ]),
  );
}

function files(name: string, roots: readonly SvgElement[], { source }: Drawn): Files {
  return Object.fromEntries(
    themes.flatMap((theme, index) => {
      const root = roots[index];
      return root ? [[`${name}-${theme.name}.svg`, withSource(printSvg(root, { source }), source)]] : [];
    }),
  );
}

/** These are no files of a build: their first line says what writes them. */
function withSource(text: string, source: string): string {
  return text.replace(
    /^.*\n/,
    `<!-- Drawn from ${source} by "npm run docs:pictures": edit there, not here. -->\n`,
  );
}
