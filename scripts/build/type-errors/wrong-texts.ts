// Texts that have not the form they need, or stand where a definition is asked for.
import type { LogFormat } from "../../../generators/language/logs.ts";
import { expressionAt, shortOr } from "./author-text.ts";
import { mismatchOf, oneOf, type ExplainedError, type Explanation } from "./compiler-error.ts";

/** Where a thing that was named by a text is to be had. */
const namedThings: Readonly<Record<string, ExplainedError>> = {
  Severity: {
    message: "a severity is an export of the platform, not text",
    fix: "import it from the platform's severities and write it without quotes",
  },
  AlertDefinition: {
    message: "an alert is named by its export, not by text",
    fix: "import the alert and write it without quotes",
  },
  SecretFile: {
    message: "a secret is not written into a definition",
    fix: 'write secretFile("name_of_the_file", "what it is and where to get it"), and keep the secret in that file',
  },
  Receiver: {
    message: "a receiver is an export of the platform, not text",
    fix: "import it from the platform's receivers and write it without quotes",
  },
  Job: {
    message: "a job is named by its export, not by text",
    fix: "import the job and write it without quotes",
  },
  RuleGroup: { message: "a group is a value, not text", fix: 'write ruleGroup("name")' },
  Indicator: {
    message: "an indicator is a value, not text",
    fix: "write failing(…), slowerThan(…) or timeIn(…)",
  },
};

/** A text where a definition is asked for. */
export const textForThing: Explanation = (error) => {
  const { given = "", wanted = "" } = mismatchOf(error) ?? {};
  if (given !== "string" && !/^"[^"]*"$/.test(given)) return undefined;
  const name = /^downOf\b/.test(error.after) ? "Job" : (/^\w+/.exec(wanted)?.[0] ?? "");
  if (wanted.includes("Query")) {
    return {
      message: "a query is an expression, but this is text",
      fix: `write the metric, or promql\`${shortOr(expressionAt(error.after).slice(1, -1), "…")}\` for PromQL as text`,
    };
  }
  return Object.hasOwn(namedThings, name) ? namedThings[name] : undefined;
};

/** An image without a version, which would be another program after each pull. */
export const imageWithoutVersion: Explanation = ({ first, rest, after }) => {
  const lines = [first, ...rest].join("\n");
  const image = /Type '"([^"]*)"' is not assignable to type '`\$\{string\}:\$\{string\}`'/.exec(lines)?.[1];
  const isImage = /[.']image' are incompatible/.test(lines) || /^image\b/.test(after);
  if (image === undefined || !isImage) return undefined;
  return { message: `the image ${image} has no version`, fix: `write it behind a colon: "${image}:v…"` };
};

const logFormats: Readonly<Record<LogFormat, true>> = { "level lines": true, "access lines": true };

/** A format of log lines that there is not. */
export const noSuchLogFormat: Explanation = (error) => {
  const { given = "", wanted = "" } = mismatchOf(error) ?? {};
  if (wanted !== "LogFormat") return undefined;
  const fix = `write ${oneOf(Object.keys(logFormats).map((format) => `"${format}"`))}`;
  return { message: `there is no format ${given} of log lines`, fix };
};

/** Texts of a form: addresses, allowances, values of a label. */
export const formOfText: Explanation = (error) => {
  const { given = "", wanted = "" } = mismatchOf(error) ?? {};
  const text = expressionAt(error.after);
  const takesNumber = /^number(?: \| Quantity<[^<>]*>)?$/.test(wanted);
  if (takesNumber && /^"|^string$/.test(given)) return numberFor(text);
  if (/^(?:Allowances|Readonly<Record<string, string>>)/.test(wanted) && /^allow\b/.test(error.after)) {
    return {
      message: "allow names a check and the reason",
      fix: 'write allow: { "id-of-the-check": "the reason" }',
    };
  }
  return forms.find(([form]) => form.test(wanted))?.[1](text, wanted);
};

/** What is said of a text that has not the form that is wanted. */
const forms: readonly (readonly [wanted: RegExp, (text: string, wanted: string) => ExplainedError])[] = [
  [/^`\$\{string\}:\$\{number\}`$/, noAddress],
  [
    /^`#\$\{string\}`$/,
    (text) => ({ message: `${text} is no channel`, fix: `begin it with #: "#${text.replaceAll('"', "")}"` }),
  ],
  [
    /^`\$\{string\}@\$\{string\}`$/,
    (text) => ({ message: `${text} is no mail address`, fix: 'write one, as in "team@…"' }),
  ],
  [
    /\bThresholdLine\b/,
    (text) => ({
      message: "a threshold of a panel is an alert, or a line with its colour",
      fix: `write the alert, or { value: ${shortOr(text, "…")}, color: "red", side: "above" }`,
    }),
  ],
  [/^`http:\/\//, (text) => ({ message: `${text} is not a URL`, fix: "start it with http:// or https://" })],
  [/^`[^$`]+\$\{string\}`$/, otherBeginning],
  [
    /^`\$\{number\}:\$\{number\}`$/,
    (text) => ({
      message: `${text} is not a time of day`,
      fix: `write hours and minutes of 24 hours: ${timeOf(text)}`,
    }),
  ],
  [
    /^"\w+day:\w+day"/,
    (text) => ({
      message: `${text} is neither a weekday nor a range of weekdays`,
      fix: `write ${weekdaysOf(text)}`,
    }),
  ],
  [
    /^LabelSpec\b/,
    (text) => ({
      message: "a label is described by the list of its values",
      fix: `write [${text}] if that is the only value, or "*" for any value`,
    }),
  ],
];

function numberFor(text: string): ExplainedError {
  const plain = text.replaceAll('"', "");
  const isNumber = plain !== "" && Number.isFinite(Number(plain));
  return {
    message: `this takes a number, but ${text} is text`,
    fix: isNumber ? `leave out the quotes: ${plain}` : "write a number",
  };
}

/** A target that is not host and port. */
function noAddress(text: string): ExplainedError {
  const [, host = "…:…", path] = /^"?https?:\/\/([^/"]+)(\/[^"]*)?"?$/.exec(text) ?? [];
  if (!/^"https?:/.test(text))
    return { message: `${text} has no port`, fix: `write host and port: "${text.replace(/^"|"$/g, "")}:…"` };
  const also = path === undefined || path === "/" ? "" : `; the path is an option beside it, path: "${path}"`;
  return { message: "a target is host and port, not a URL", fix: `write "${host}"${also}` };
}

/** What begins in another way than all texts of this form. */
function otherBeginning(text: string, wanted: string): ExplainedError {
  const start = wanted.slice(1, wanted.indexOf("${"));
  const rest = text.replace(/^"(?:\w+:\/\/)?/, "").replace(/"$/, "");
  return { message: `${text} does not begin with ${start}`, fix: `write "${start}${rest}"` };
}

/** `"17:00"` for `"5pm"`. */
function timeOf(text: string): string {
  const [, hour = "", minutes = "00", half] = /^"(\d{1,2})(?:[.:h](\d\d))?\s*([ap]m)?"$/i.exec(text) ?? [];
  if (hour === "") return '"09:00"';
  const hours = (Number(hour) % (half === undefined ? 24 : 12)) + (half?.toLowerCase() === "pm" ? 12 : 0);
  return `"${String(hours).padStart(2, "0")}:${minutes}"`;
}

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** `"monday:friday"` for `"Mon-Fri"`. */
function weekdaysOf(text: string): string {
  const said = text
    .replaceAll('"', "")
    .toLowerCase()
    .split(/\s*(?::|-|–|to)\s*/);
  const days = said.map((word) =>
    weekdays.find((day) => word.length > 1 && day.startsWith(word.slice(0, 3))),
  );
  return days.length <= 2 && days.every((day) => day !== undefined)
    ? `"${days.join(":")}"`
    : 'their English names: "saturday" or "monday:friday"';
}
