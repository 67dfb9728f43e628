/** One page of the reference: what stands on it, in this order. */
export interface Page {
  readonly file: string;
  readonly title: string;
  readonly intro: string;
  readonly sections: readonly Section[];
}

/** Words, or the methods of some kinds of values. */
export type Section = WordSection | MethodSection | OptionSection;

export interface WordSection {
  readonly words: readonly string[];
}

export interface MethodSection {
  readonly title: string;
  /** The interfaces that have the methods. */
  readonly methodsOf: readonly string[];
  /** What the headings of methods are called whose names others on the page have too. */
  readonly called?: Readonly<Record<string, string>>;
}

/** Options that no single word takes. */
export interface OptionSection {
  readonly title: string;
  readonly optionsOf: string;
}

/** The reference, from what a service measures to where the stack runs. */
export const outline: readonly Page[] = [
  {
    file: "jobs.md",
    title: "Jobs",
    intro:
      "What Prometheus scrapes. A job is the first thing a service needs: its [metrics](metrics.md) belong to it. The job itself has the metrics that [Prometheus adds](#metrics-of-every-job) to each scrape.",
    sections: [
      {
        words: [
          "scrapeJob",
          "probe",
          "probeModule",
          "jsonEndpoint",
          "jsonFields",
          "asLabel",
          "eachOf",
          "leftOut",
        ],
      },
    ],
  },
  {
    file: "metrics.md",
    title: "Metrics",
    intro:
      "A metric has a type, a unit, labels and a help text. What `metrics()` returns are handles: [expressions](expressions.md) begin with them, and the editor knows their labels.",
    sections: [
      { words: ["metrics", "counter", "gauge", "histogram", "summary"] },
      { words: ["everyJob", "everyJobWith", "jobsWithoutDownAlert", "firingAlerts"] },
    ],
  },
  {
    file: "expressions.md",
    title: "Expressions",
    intro:
      "PromQL as methods, read from left to right. A metric offers what its type can do: a counter its growth, a gauge its value, a histogram its quantiles. Most results are vectors, one value for each set of labels; they go on with functions [over time](over-time.md), [aggregation](aggregation.md), [calculations](calculations.md) and [conditions](conditions.md).",
    sections: [
      { title: "Some series of a metric", methodsOf: ["Selector"] },
      { title: "A pattern of Prometheus", optionsOf: "PatternMatcher" },
      { title: "A variable of a dashboard", optionsOf: "VariableMatcher" },
      { title: "Missing series", methodsOf: ["AbsenceMethods"] },
      { title: "Counters", methodsOf: ["Counter"] },
      { title: "Gauges", methodsOf: ["Gauge"], called: { absent: "absent of a gauge" } },
      {
        title: "Histograms",
        methodsOf: ["Histogram"],
        called: {
          where: "where of a histogram",
          whereNot: "whereNot of a histogram",
          sum: "sum of a histogram",
          count: "count of a histogram",
          quantile: "quantile of a histogram",
        },
      },
      {
        title: "Buckets of a histogram",
        methodsOf: ["Buckets"],
        called: { rate: "rate of buckets", increase: "increase of buckets" },
      },
      {
        title: "Growth of buckets",
        methodsOf: ["BucketRates"],
        called: { sumBy: "sumBy of buckets", sumWithout: "sumWithout of buckets" },
      },
      {
        title: "Summaries",
        methodsOf: ["Summary"],
        called: { sum: "sum of a summary", count: "count of a summary" },
      },
      { words: ["promql", "time", "vector", "ratioOf"] },
    ],
  },
  {
    file: "over-time.md",
    title: "Over time",
    intro:
      "What the values of the last minutes or hours were. The growth of a counter is in [expressions](expressions.md#counters).",
    sections: [
      { title: "Values of a range", methodsOf: ["OverTime"] },
      { title: "Changes in a range", methodsOf: ["Trending"] },
      {
        title: "Growth of a result",
        methodsOf: ["Growing"],
        called: {
          rate: "rate of a result",
          irate: "irate of a result",
          increase: "increase of a result",
          resets: "resets of a result",
        },
      },
    ],
  },
  {
    file: "aggregation.md",
    title: "Aggregation",
    intro: "One series of several. `…By` keeps the labels that it names, `…Without` all others.",
    sections: [{ title: "Operators", methodsOf: ["Aggregating", "Counting"] }],
  },
  {
    file: "calculations.md",
    title: "Calculations",
    intro:
      "Arithmetic, joins, and functions of single values. The unit of the result follows from those of the two sides.",
    sections: [
      { title: "Arithmetic", methodsOf: ["Calculating"] },
      { title: "Joins", optionsOf: "Matching" },
      { words: ["number"] },
      {
        title: "A number before an operator",
        methodsOf: ["NumberBefore"],
        called: Object.fromEntries(
          ["add", "sub", "mul", "div", "mod", "pow", "gt", "gte", "lt", "lte", "eq", "ne"].map((method) => [
            method,
            `${method} of a number`,
          ]),
        ),
      },
      { title: "Functions", methodsOf: ["Transforming"] },
      { title: "Changing the unit", methodsOf: ["Converting"] },
      { title: "Changing labels", methodsOf: ["Relabelling"] },
      { title: "Dates", methodsOf: ["Dating"] },
      {
        title: "Numbers that PromQL computes",
        methodsOf: ["Scalar"],
        called: {
          add: "add of a scalar",
          sub: "sub of a scalar",
          mul: "mul of a scalar",
          div: "div of a scalar",
        },
      },
    ],
  },
  {
    file: "conditions.md",
    title: "Conditions",
    intro:
      "A condition has a series only while something holds. That is what an [alert](alerts.md#alert) needs: an expression that always has a value would always fire.",
    sections: [
      { title: "Comparisons", methodsOf: ["Comparing"] },
      { title: "Two sides together", methodsOf: ["Restricting", "Combining"] },
      {
        title: "What a condition can do",
        methodsOf: ["Condition"],
        called: { or: "or of a condition", count: "count of a condition", countBy: "countBy of a condition" },
      },
      { title: "A condition within", methodsOf: ["Conditional"] },
      { words: ["allOf", "anyOf"] },
    ],
  },
  {
    file: "alerts.md",
    title: "Alerts",
    intro:
      "Who is woken, when, and what they then do. Each alert has a rule test, its [scenario](scenarios.md).",
    sections: [{ words: ["alert", "severity", "ruleGroup", "runbook", "question"] }],
  },
  {
    file: "scenarios.md",
    title: "Scenarios",
    intro:
      "How series behave in a rule test: when all is well, as close to the threshold as it gets, and when the alert fires. The same words say in [examples](recordings.md#example) what a recording reads.",
    sections: [{ words: ["holds", "grows", "runs", "share", "quantile", "timeLeft", "restarts", "follows"] }],
  },
  {
    file: "recordings.md",
    title: "Recordings",
    intro: "Expressions that Prometheus evaluates once and stores under a name of their own.",
    sections: [{ words: ["recording", "everyRecording", "foreignRecording"] }],
  },
  {
    file: "dashboards.md",
    title: "Dashboards",
    intro:
      "A dashboard has rows, and rows have panels. Units, thresholds and links of panels follow from the expressions and the alerts that they show.",
    sections: [
      { words: ["dashboard", "row", "variable", "annotation", "query", "linkedAlerts"] },
      {
        words: [
          "timeSeries",
          "stat",
          "gaugePanel",
          "barGauge",
          "stateTimeline",
          "heatmap",
          "table",
          "pieChart",
          "text",
          "rawPanel",
        ],
      },
    ],
  },
  {
    file: "slos.md",
    title: "SLOs",
    intro:
      "Service-level objectives: the share that must be good. An indicator, [failing](#failing), [slowerThan](#slowerthan) or [timeIn](#timein), says what is measured.",
    sections: [
      { words: ["slo", "failing", "slowerThan", "timeIn"] },
      { title: "What an SLO gives", methodsOf: ["Slo"] },
    ],
  },
  {
    file: "logs.md",
    title: "Logs",
    intro:
      "Log files that are shipped. Where their lines go is said once, in `logs` of the [platform](platform.md#platform).",
    sections: [{ words: ["logSource"] }],
  },
  {
    file: "routing.md",
    title: "Routing",
    intro: "Which alert reaches whom, when it is muted, and what inhibits it.",
    sections: [{ words: ["route", "receiver", "copyRoute", "inhibition", "timeInterval"] }],
  },
  {
    file: "notifiers.md",
    title: "Notifiers",
    intro:
      "The ways to notify a [receiver](routing.md#receiver). Tokens and addresses that let one post are [secrets](platform.md#secretfile).",
    sections: [
      { words: ["slack", "pagerDuty", "email", "webhook", "discord", "msTeams", "opsgenie", "telegram"] },
    ],
  },
  {
    file: "platform.md",
    title: "Services and the platform",
    intro:
      "A service is what the same people own. The platform is what all services share: severities, receivers, routes, and where the programs run.",
    sections: [
      { title: "The definitions", optionsOf: "Definitions" },
      { words: ["service", "platform", "compose", "secretFile", "defineConfig"] },
    ],
  },
  {
    file: "units.md",
    title: "Values and units",
    intro:
      "A threshold has a unit, so that seconds are never compared with bytes. Of a unit with a scale, such as seconds, write a quantity; of another, such as orders, a plain number. 0 is the same in every unit.",
    sections: [
      { words: ["percent", "ratio", "factor"] },
      { words: ["ms", "seconds", "minutes", "hours", "days"] },
      { words: ["bytes", "kilobytes", "megabytes", "gigabytes", "kib", "mib", "gib"] },
      { words: ["bytesPerSecond", "kilobytesPerSecond", "megabytesPerSecond", "mibPerSecond"] },
      { title: "What a quantity can do", methodsOf: ["Quantity"] },
    ],
  },
];
