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
  if (/^`\$\{string\}:\$\{number\}`$/.test(wanted)) {
    const [, host = "…:…", path] = /^"?https?:\/\/([^/"]+)(\/[^"]*)?"?$/.exec(text) ?? [];
    if (/^"https?:/.test(text)) {
      const also =
        path === undefined || path === "/" ? "" : `; the path is an option beside it, path: "${path}"`;
      return { message: "a target is host and port, not a URL", fix: `write "${host}"${also}` };
    }
    return { message: `${text} has no port`, fix: `write host and port: "${text.replace(/^"|"$/g, "")}:…"` };
  }
  if (wanted === "number" && /^"|^string$/.test(given)) {
    const plain = text.replaceAll('"', "");
    return {
      message: `this takes a number, but ${text} is text`,
      fix:
        plain !== "" && Number.isFinite(Number(plain)) ? `leave out the quotes: ${plain}` : "write a number",
    };
  }
  if (wanted === "`#${string}`") {
    return { message: `${text} is no channel`, fix: `begin it with #: "#${text.replaceAll('"', "")}"` };
  }
  if (wanted === "`${string}@${string}`") {
    return { message: `${text} is no mail address`, fix: 'write one, as in "team@…"' };
  }
  if (/\bThresholdLine\b/.test(wanted)) {
    return {
      message: "a threshold of a panel is an alert, or a line with its colour",
      fix: `write the alert, or { value: ${shortOr(text, "…")}, color: "red", side: "above" }`,
    };
  }
  if (wanted.startsWith("`http://")) {
    return { message: `${text} is not a URL`, fix: `start it with http:// or https://` };
  }
  const start = /^`([^$`]+)\$\{string\}`$/.exec(wanted)?.[1];
  if (start !== undefined) {
    const rest = text.replace(/^"(?:\w+:\/\/)?/, "").replace(/"$/, "");
    return { message: `${text} does not begin with ${start}`, fix: `write "${start}${rest}"` };
  }
  if (wanted === "`${number}:${number}`") {
    return {
      message: `${text} is not a time of day`,
      fix: `write hours and minutes of 24 hours: ${timeOf(text)}`,
    };
  }
  if (/^"\w+day:\w+day"/.test(wanted)) {
    return {
      message: `${text} is neither a weekday nor a range of weekdays`,
      fix: `write ${weekdaysOf(text)}`,
    };
  }
  if (/^LabelSpec\b/.test(wanted)) {
    return {
      message: "a label is described by the list of its values",
      fix: `write [${text}] if that is the only value, or "*" for any value`,
    };
  }
  if (/^(?:Allowances|Readonly<Record<string, string>>)/.test(wanted) && /^allow\b/.test(error.after)) {
    return {
      message: "allow names a check and the reason",
      fix: 'write allow: { "id-of-the-check": "the reason" }',
    };
  }
  return undefined;
};

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
