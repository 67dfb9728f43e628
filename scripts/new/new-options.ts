import type { CommandOption, OptionValues } from "../command-line.ts";
import { isThreshold } from "./alert/threshold.ts";

export const kinds = ["service", "alert", "dashboard", "slo"] as const;
export type Kind = (typeof kinds)[number];

interface NewOption extends CommandOption {
  /** What it can be said of. */
  readonly of: readonly Kind[];
}

/** What can be said of what is to be written. */
export const newOptions = {
  metrics: {
    of: ["service"],
    type: "string",
    value: "FILE|URL",
    help: "service: an exposition, as under /metrics; its families become metrics",
  },
  "token-file": {
    of: ["service"],
    type: "string",
    value: "FILE",
    help: "service: a file with the token for the URL",
  },
  target: {
    of: ["service"],
    type: "string",
    value: "HOST:PORT",
    help: "service: where it is scraped; with a URL, that",
  },
  job: {
    of: ["service", "alert", "slo"],
    type: "string",
    value: "NAME",
    help: "service: the name of its job; else the job that is down or that has the metric, where there are several",
  },
  title: {
    of: ["service", "dashboard", "slo"],
    type: "string",
    value: "TEXT",
    help: "the name as people write it",
  },
  owner: { of: ["service"], type: "string", value: "TEXT", help: "service: who is responsible for it" },
  all: {
    of: ["service"],
    type: "boolean",
    help: "service: also metrics of the exporting program itself, and those of no known type",
  },
  service: {
    of: ["alert", "dashboard", "slo"],
    type: "string",
    value: "NAME",
    help: "of which service; the only one need not be named",
  },
  metric: {
    of: ["alert", "slo"],
    type: "string",
    value: "NAME",
    help: "the metric that it is about; an alert without one is for a job that is down",
  },
  of: {
    of: ["alert", "slo"],
    type: "string",
    value: "NAME",
    help: "a metric of all: errors --of requests is their share of all requests",
  },
  beside: {
    of: ["alert"],
    type: "string",
    value: "NAME",
    help: "a metric of the rest: misses --beside hits is the share of misses in both together",
  },
  above: {
    of: ["alert", "slo"],
    type: "string",
    value: "NUMBER",
    help: "from which value it is too much, in the metric's unit, or as 80%, 30m, 10GiB",
  },
  below: { of: ["alert", "slo"], type: "string", value: "NUMBER", help: "from which value it is too little" },
  where: {
    of: ["alert", "slo"],
    type: "string",
    value: "LABEL=VALUE",
    help: "only series with this label; slo: those that fail",
  },
  for: { of: ["alert"], type: "string", value: "DURATION", help: "alert: how long it must be so: 5m" },
  severity: { of: ["alert"], type: "string", value: "NAME", help: "alert: one of the platform's severities" },
  component: {
    of: ["alert", "slo"],
    type: "string",
    value: "NAME",
    help: "the part of the service that is affected",
  },
  json: {
    of: ["service", "alert", "dashboard", "slo"],
    type: "boolean",
    help: "say what came of it as JSON, for a program",
  },
} as const satisfies Readonly<Record<string, NewOption>>;

/** The options that go with the kind that the words name; all where they name none. */
export function optionsOf([kind]: readonly string[]): readonly string[] {
  const all = Object.entries<NewOption>(newOptions);
  const own = kind !== undefined && isKind(kind) ? all.filter(([, option]) => option.of.includes(kind)) : all;
  return own.map(([name]) => name);
}

/** What is wrong with the words and options together. */
export function complaintAbout(
  options: OptionValues<typeof newOptions>,
  [kind, name, ...more]: readonly string[],
): string | undefined {
  if (kind === undefined || !isKind(kind)) {
    return `${kind === undefined ? "Say what is to be written" : `There is no new ${kind}`}: ${kinds.join(", ")}.`;
  }
  if (name === undefined) return `Say its name: signalbox new ${kind} ${names[kind].example}`;
  if (more.length > 0) return `One ${kind} at a time.`;
  if (!names[kind].pattern.test(name))
    return `${name} is no name of ${kind === "alert" ? "an" : "a"} ${kind}: ${names[kind].rule}, such as ${names[kind].example}.`;
  for (const [option, { of }] of Object.entries<NewOption>(newOptions)) {
    const isGiven = Object.hasOwn(options, option);
    if (isGiven && !of.includes(kind)) return `Option '--${option}' does not go with ${kind}.`;
  }
  return complaintAboutValues(options);
}

function complaintAboutValues(options: OptionValues<typeof newOptions>): string | undefined {
  const { target, above, below, for: duration, "token-file": tokenFile, metrics } = options;
  if (target !== undefined && !/^[^\s/:]+:\d{1,5}$|^\[[\da-f:]+\]:\d{1,5}$/i.test(target))
    return "--target is host:port, such as localhost:9187.";
  if (tokenFile !== undefined && metrics === undefined) return "--token-file goes with --metrics.";
  if (options.of !== undefined && options.beside !== undefined)
    return "Options '--of' and '--beside' cannot be used together.";
  if ((options.of ?? options.beside) !== undefined && options.metric === undefined)
    return "--of and --beside go with --metric, of which they make a share.";
  if (above !== undefined && below !== undefined)
    return "Options '--above' and '--below' cannot be used together.";
  if ([above, below].some((one) => one !== undefined && !isThreshold(one)))
    return "A threshold is a number, such as 80, 80%, 30m or 10GiB.";
  if (duration !== undefined && !/^\d+[smhd]$/.test(duration)) return "--for is a duration, such as 5m.";
  if (options.where !== undefined && !/^[a-zA-Z_]\w*=.+$/.test(options.where))
    return "--where is label=value.";
  return undefined;
}

const kebab = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const kebabRule = "lowercase letters, digits and single dashes";
const names: Readonly<
  Record<Kind, { readonly pattern: RegExp; readonly rule: string; readonly example: string }>
> = {
  service: { pattern: kebab, rule: kebabRule, example: "ticket-shop" },
  alert: { pattern: /^[A-Z][A-Za-z0-9]*$/, rule: "CamelCase", example: "TicketShopFailing" },
  dashboard: { pattern: kebab, rule: kebabRule, example: "ticket-shop-orders" },
  slo: { pattern: kebab, rule: kebabRule, example: "ticket-shop-orders" },
};

function isKind(word: string): word is Kind {
  return kinds.some((kind) => kind === word);
}

/** The kind that a word names, which `complaintAbout` has let pass. */
export function kindIn(word: string | undefined): Kind {
  if (word === undefined || !isKind(word)) throw new TypeError(`${word} was not checked`);
  return word;
}
