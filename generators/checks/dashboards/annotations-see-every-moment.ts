import { durationInMs } from "../../language/duration.ts";
import type { Check, Finding } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import type { AnnotationModel } from "../../model/dashboard-model.ts";
import type { SelectorReference } from "../../promql/extraction.ts";
import { contains } from "../reading/spans.ts";

/**
 * Marks on the time axis look back over the whole step of their query, and hold a value that Grafana marks.
 *
 * The step is the shown time, divided by the pixels of the window: what an expression reads at one moment of each step, or over a
 * window shorter than it, is not marked when it lies between two of them.
 */
export const annotationsSeeEveryMoment: Check = {
  id: "annotations-see-every-moment",
  why: "Grafana asks an annotation at as many moments as its window has pixels: over two days about every two minutes. A restart between two of them has no mark, unless the expression looks back over the whole step.",
  source:
    "https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/annotate-visualizations/#query-annotations",
  wrong: `
export const more = dashboard("shop-starts", {
  title: "Starts",
  description: "When the shop began anew.",
  folder: "Shop",
  last: "2d",
  annotations: [
    annotation("Starts", {
      expr: orders.resets("1m").gt(0),
      color: "blue",
      text: ({ instance }) => \`\${instance} was started\`,
    }),
  ],
  rows: [
    row("Orders", [timeSeries({ title: "Taken", description: "Orders.", queries: [orders.rate("5m")] })]),
  ],
});
`,
  right: `
export const more = dashboard("shop-starts", {
  title: "Starts",
  description: "When the shop began anew.",
  folder: "Shop",
  last: "2d",
  annotations: [
    annotation("Starts", {
      expr: orders.resets("$__rate_interval").gt(0),
      color: "blue",
      text: ({ instance }) => \`\${instance} was started\`,
    }),
  ],
  rows: [
    row("Orders", [timeSeries({ title: "Taken", description: "Orders.", queries: [orders.rate("5m")] })]),
  ],
});
`,
  *find(model: Model): Iterable<Finding> {
    const longestStepMs = (durationInMs(model.platform.prometheus.retention) ?? Infinity) / fewestPixels;
    for (const dashboard of model.dashboards) {
      for (const annotation of dashboard.annotations) {
        const { name, place, analysis } = annotation;
        // What is wrong with the expression itself is said of it.
        if (analysis.diagnostics.length > 0) continue;
        const mistake = missed(annotation, longestStepMs) ?? unmarked(annotation);
        if (mistake) {
          const message = `annotation "${name}" ${mistake.message}`;
          yield { definition: dashboard, place, message, fix: mistake.fix };
        }
      }
    }
  },
};

/** The window of a small laptop: a step is at most the whole of what is kept, divided by this. */
const fewestPixels = 1000;

interface Mistake {
  readonly message: string;
  readonly fix: string;
}

/** Subqueries look back for what is within them. */
function missed({ analysis }: AnnotationModel, longestStepMs: number): Mistake | undefined {
  const { selectors, subqueries } = analysis;
  for (const selector of selectors) {
    const windows = [selector, ...subqueries.filter((one) => contains(one, selector))].flatMap(
      ({ range }) => range ?? [],
    );
    const covers = windows.some(({ text, ms }) =>
      ms === undefined ? !/^\$\{?__interval\}?$/.test(text) : ms >= longestStepMs,
    );
    if (!covers) return mistakeOf(selector);
  }
  return undefined;
}

function mistakeOf({ metric = "a metric", range, function: applied }: SelectorReference): Mistake {
  if (range) {
    return {
      message: `does not mark what lies between two steps: ${applied ?? ""}(${metric}[${range.text}]) looks back over ${range.text}, and a step of its query may be longer, or as long`,
      fix: 'look back over "$__rate_interval", which is longer than a step by a scrape',
    };
  }
  return {
    message: `does not mark what begins and ends between two steps: it reads ${metric} at one moment of each`,
    fix: 'look back over the step: .minOverTime("$__rate_interval") where the value falls below a limit, .maxOverTime("$__rate_interval") where it rises above',
  };
}

/** Grafana marks a moment at which the query has a value above zero. */
function unmarked({ analysis }: AnnotationModel): Mistake | undefined {
  const [comparison, ...others] = analysis.comparisons;
  const limit = comparison?.right.node;
  if (!comparison || others.length > 0 || comparison.bool || limit?.kind !== "number") return undefined;
  const { op } = comparison;
  const isNeverAbove = (op === "==" || op === "<=" || op === "<") && limit.value <= 0;
  if (!isNeverAbove || comparison.from > 0) return undefined;
  return {
    message: `marks nothing: where it holds its value is ${limit.value === 0 && op === "==" ? "0" : `${op} ${limit.value}`}, and Grafana marks values above 0`,
    fix: 'count what is so: .countBy("instance").gt(0)',
  };
}
