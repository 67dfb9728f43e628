import type { DashboardFile } from "../../../generators/targets/grafana/validation/dashboard-file.ts";
import { aFewAtATime } from "./a-few-at-a-time.ts";
import { askLabelValues } from "./ask-prometheus.ts";
import { askQuery, hasDataNow, labelsMissing, type Answered } from "./ask-query.ts";
import { askedQueries, line, shownRangeMs, type AskedQuery } from "./asked-queries.ts";
import { choicesOf, offeredVariables, type Choice } from "./choices.ts";
import type { Waiting } from "./while-firing.ts";
import { fillIn } from "./fill-in.ts";
import { narrowedSelectors, type NarrowedSelector } from "./narrowed-selectors.ts";

/** What came of asking everything of a dashboard while all is well. */
export interface Checked {
  /** One line for each mistake. */
  readonly wrong: readonly string[];
  /** As when the dashboard is opened. */
  readonly opened: readonly Answered[];
  /** What must be seen when something happens. */
  readonly waiting: readonly Waiting[];
  /** How many queries were asked, with all choices. */
  readonly asked: number;
}

/** Asks every query of a dashboard with every choice of its variables, and checks the answers. */
export async function checkWhileOk(prometheus: string, file: DashboardFile): Promise<Checked> {
  const variables = await offeredVariables(prometheus, file);
  const [first, ...singles] = choicesOf(variables);
  if (!first) throw new Error("there is always what is chosen at first");
  const queries = askedQueries(file);
  const opened = await aFewAtATime(queries, (query) => askQuery(prometheus, query, first.chosen));
  const withValues = queries
    .filter(({ emptyMeans }) => emptyMeans === undefined)
    .flatMap((query) => singles.map((choice) => ({ query, choice })));
  const answers = await aFewAtATime(withValues, ({ query, choice }) =>
    checkChoice(prometheus, query, choice, first, file),
  );
  const unused = singles.filter(
    (choice) => !withValues.some((one, index) => one.choice === choice && answers[index] === "has data"),
  );
  return {
    opened,
    waiting: opened.filter(isWaiting).map(({ query }) => ({ query, chosen: first.chosen })),
    asked: opened.length + answers.filter((answer) => answer !== "is not narrowed").length,
    wrong: [
      ...variables
        .filter(({ values }) => values.length === 0)
        .map(({ name }) => `${file.path}: variable ${name} has nothing to choose from`),
      ...opened.flatMap(wrongWhenOpened),
      ...withValues.flatMap(({ query, choice }, index) =>
        answers[index] === "is empty" ? [line(query, `is empty for ${nameOf(choice)}`)] : [],
      ),
      ...unused.map((choice) => `${file.path}: no query has data for ${nameOf(choice)}`),
    ],
  };
}

function wrongWhenOpened(answered: Answered): string[] {
  const { query } = answered;
  const isThere = hasDataNow(answered);
  if (query.emptyMeans !== undefined)
    return isThere
      ? [line(query, `may be empty ("${query.emptyMeans}"), and has data when all is well`)]
      : [];
  if (!isThere) return [line(query, "has no data")];
  // Which labels an alert has is seen when it fires.
  if (readsAlerts(query)) return [];
  return labelsMissing(answered).map((name) => line(query, `shows the label ${name}, which no series has`));
}

/** What has nothing to show yet, or not all: it must be seen when something happens. */
function isWaiting(answered: Answered): boolean {
  return (
    answered.query.emptyMeans !== undefined ||
    (readsAlerts(answered.query) && labelsMissing(answered).length > 0)
  );
}

function readsAlerts({ expr }: AskedQuery): boolean {
  return /\bALERTS\b/.test(expr);
}

type ChoiceAnswer = "has data" | "is empty" | "is not narrowed" | "is rightly empty";

/** Whether a query has data for one value; a query of series that do not have it has rightly none. */
async function checkChoice(
  prometheus: string,
  query: AskedQuery,
  { chosen, single }: Choice,
  first: Choice,
  file: DashboardFile,
): Promise<ChoiceAnswer> {
  const narrowed = single ? narrowedSelectors(query, single.name) : [];
  if (!single || narrowed.length === 0) return "is not narrowed";
  if (hasDataNow(await askQuery(prometheus, query, chosen))) return "has data";
  const toMs = Date.now();
  const span = { fromMs: toMs - shownRangeMs(file), toMs };
  const values = await Promise.all(
    narrowed.map(({ selector, label }: NarrowedSelector) =>
      askLabelValues(prometheus, { selector: fillIn(selector, query.times, first.chosen), label }, span),
    ),
  );
  return values.every((own) => own.includes(single.value)) ? "is empty" : "is rightly empty";
}

function nameOf({ single }: Choice): string {
  return single ? `${single.name} "${single.value}"` : "all";
}
