// What one word of the language makes, where what another makes is asked for.
import { expressionAt, shortOr } from "./author-text.ts";
import { kindNames, readHandle, type Explanation } from "./compiler-error.ts";

interface Thing {
  readonly is: string;
  /** How it is written. */
  readonly as: string;
}

/** By the names of their types. */
const things: Readonly<Record<string, Thing>> = {
  Annotation: { is: "an annotation", as: 'annotation("name", { … })' },
  Dashboard: { is: "a dashboard", as: 'dashboard("uid", { … })' },
  Panel: { is: "a panel", as: "timeSeries({ … }), stat({ … }) or another panel" },
  PanelOf: { is: "a panel", as: "timeSeries({ … }), stat({ … }) or another panel" },
  ProbeModule: { is: "a probe module", as: 'probeModule("name", { … })' },
  Receiver: { is: "a receiver", as: 'receiver("name", { … })' },
  Route: { is: "a route", as: "route({ … })" },
  Row: { is: "a row", as: 'row("title", [ … ])' },
  Service: { is: "a service", as: 'service("name", { … })' },
  Severity: { is: "a severity", as: 'severity("name", { … })' },
  TimeInterval: { is: "a time interval", as: 'timeInterval("name", { … })' },
  Variable: { is: "a variable", as: 'variable("name", { … })' },
};

function thingOf(type: string): Thing | undefined {
  const name = /^\w+/.exec(type)?.[0] ?? "";
  return Object.hasOwn(things, name) ? things[name] : undefined;
}

/** A panel among the rows, a receiver as a route. */
export const otherThing: Explanation = ({ first, after }) => {
  const [, given = "", wanted = ""] =
    /^(?:Argument of type|Type) '(.+?)' is (?:missing the following properties from|not assignable to(?: parameter of)?) type '(.+?)'[.:]/.exec(
      first,
    ) ??
    /^Property '\w+' is missing in type '(.+)' but required in type '(.+)'\.$/.exec(first) ??
    [];
  const asked = thingOf(wanted);
  const handle = readHandle(given);
  const is = handle ? `a ${kindNames[handle.kind]}` : thingOf(given)?.is;
  if (!asked || is === undefined) return undefined;
  const name = shortOr(expressionAt(after).replace(/^\[|\]$/g, ""), "this");
  return { message: `this takes ${asked.is}, but ${name} is ${is}`, fix: `write ${asked.as}` };
};
