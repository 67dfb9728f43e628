// Says which alerts, panels and SLOs a release would blind: "node check.mjs --help". It needs Node.js 20 and nothing else.
// Written by "signalbox build", the same for all services.
import { readFileSync as readFileSync2 } from "node:fs";
import { parseArgs } from "node:util";

var consequences = {
  nothing: {
    alert: ["can no longer fire", "can no longer fire"],
    recording: ["records nothing", "record nothing"],
    panel: ["is empty", "are empty"],
    slo: ["has no data", "have no data"],
    runbook: ["has a question without an answer", "have questions without an answer"],
    dashboard: ["lacks what it marks or offers to choose", "lack what they mark or offer to choose"]
  },
  less: {
    alert: ["fires only by what is left of its condition", "fire only by what is left of their conditions"],
    recording: ["records less", "record less"],
    panel: ["shows less", "show less"],
    slo: ["counts less", "count less"],
    runbook: ["has a question with half an answer", "have questions with half an answer"],
    dashboard: ["marks or offers less", "mark or offer less"]
  },
  wrong: {
    alert: [
      "compares other numbers than it was written for",
      "compare other numbers than they were written for"
    ],
    recording: ["records wrong numbers", "record wrong numbers"],
    panel: ["shows wrong numbers", "show wrong numbers"],
    slo: ["counts wrongly", "count wrongly"],
    runbook: ["has a question with a wrong answer", "have questions with a wrong answer"],
    dashboard: ["marks or offers what is wrong", "mark or offer what is wrong"]
  },
  unseen: {
    alert: ["does not look at it", "do not look at it"],
    recording: ["does not record it", "do not record it"],
    panel: ["does not show it", "do not show it"],
    slo: ["does not count it", "do not count it"],
    runbook: ["does not ask for it", "do not ask for it"],
    dashboard: ["does not mark or offer it", "do not mark or offer it"]
  },
  mixed: {
    alert: ["no longer tells apart what it fires for", "no longer tell apart what they fire for"],
    recording: ["no longer tells apart what it records", "no longer tell apart what they record"],
    panel: ["draws one line for all", "draw one line for all"],
    slo: ["no longer tells apart what it counts", "no longer tell apart what they count"],
    runbook: [
      "has a question that is answered for all together",
      "have questions that are answered for all together"
    ],
    dashboard: [
      "no longer tells apart what it marks or offers",
      "no longer tell apart what they mark or offer"
    ]
  },
  more: {
    alert: ["fires once for each of its values", "fire once for each of its values"],
    recording: ["records more series", "record more series"],
    panel: ["draws more lines", "draw more lines"],
    slo: ["looks at more series", "look at more series"],
    runbook: ["has a question with more answers", "have questions with more answers"],
    dashboard: ["marks or offers more", "mark or offer more"]
  },
  late: {
    alert: ["finds no such series before the first event", "find no such series before the first event"],
    recording: [
      "records no such series before the first event",
      "record no such series before the first event"
    ],
    panel: ["shows no such series before the first event", "show no such series before the first event"],
    slo: ["counts no such series before the first event", "count no such series before the first event"],
    runbook: [
      "has a question that finds no such series before the first event",
      "have questions that find no such series before the first event"
    ],
    dashboard: [
      "marks or offers no such series before the first event",
      "mark or offer no such series before the first event"
    ]
  },
  fires: {
    alert: ["fires", "fire"],
    recording: ["records that it is missing", "record that it is missing"],
    panel: ["shows that it is missing", "show that it is missing"],
    slo: ["counts that it is missing", "count that it is missing"],
    runbook: ["has a question that says it is missing", "have questions that say it is missing"],
    dashboard: ["marks that it is missing", "mark that it is missing"]
  },
  unheld: {
    alert: ["is no longer kept silent by it", "are no longer kept silent by it"],
    recording: ["no longer leaves out what it should", "no longer leave out what they should"],
    panel: ["no longer leaves out what it should", "no longer leave out what they should"],
    slo: ["no longer leaves out what it should", "no longer leave out what they should"],
    runbook: [
      "has a question that no longer leaves out what it should",
      "have questions that no longer leave out what they should"
    ],
    dashboard: ["no longer leaves out what it should", "no longer leave out what they should"]
  }
};
var harms = Object.keys(consequences).filter(isHarm);
function isHarm(word2) {
  return Object.hasOwn(consequences, word2);
}
function lostBy({ role }, { firesWhenMissing }, gone) {
  switch (role) {
    case "needed":
      return "nothing";
    case "one of its own":
      return gone === "metric" ? "nothing" : "less";
    case "one of several":
      return "less";
    case "awaited missing":
      return "fires";
    case "keeps silent":
      return firesWhenMissing ? "fires" : "unheld";
  }
}

function remembered(make) {
  const answers = /* @__PURE__ */ new WeakMap();
  return (of) => {
    const known = answers.get(of);
    if (known) return known.answer;
    const answer = make(of);
    answers.set(of, { answer });
    return answer;
  };
}

function caseOf(pattern) {
  const ignores = /\(\?[msU]*i[imsU]*(?:-[imsU]+)?[:)]/.test(pattern);
  const isWhole = /^\(\?[msU]*i[msU]*\)/.test(pattern) && !/\(\?[imsU]*(?:i[imsU]*[:)]|-[msU]*i)/.test(pattern.slice(2));
  return { wholeIgnores: ignores && isWhole, inParts: ignores && !isWhole };
}
var asWritten = { ignored: false, around: [] };
function caseAfter(now, rest) {
  if (rest.startsWith(")")) return { ignored: now.around.at(-1) ?? false, around: now.around.slice(0, -1) };
  if (!rest.startsWith("(")) return now;
  const [, on = "", off = "", end] = /^\(\?([imsU]*)(?:-([imsU]+))?([:)])/.exec(rest) ?? [];
  const ignored = on.includes("i") || now.ignored && !off.includes("i");
  return end === ")" ? { ...now, ignored } : { ignored, around: [...now.around, now.ignored] };
}
function otherCase(text) {
  const point = pointOf(text);
  if (point === void 0) return void 0;
  const character = String.fromCodePoint(point);
  return [character.toLowerCase(), character.toUpperCase()].find(
    (other) => other !== character && [...other].length === 1
  );
}
function otherRanges(low, high) {
  const [from, to] = [pointOf(low), pointOf(high)];
  if (from === void 0 || to === void 0) return "";
  const part = (first, last, by) => {
    const [least, most] = [Math.max(from, first), Math.min(to, last)];
    return least > most ? "" : `${String.fromCharCode(least + by)}-${String.fromCharCode(most + by)}`;
  };
  return part(65, 90, 32) + part(97, 122, -32);
}
function pointOf(text) {
  const hex = /^\\(?:x|u\{)([0-9a-f]+)\}?$/.exec(text)?.[1];
  if (hex !== void 0) return parseInt(hex, 16);
  return [...text].length === 1 ? text.codePointAt(0) : void 0;
}

function compileRe2(pattern, { dot = "any character" } = {}) {
  try {
    const { wholeIgnores, inParts } = caseOf(pattern);
    const flags = wholeIgnores ? "isv" : "sv";
    const dotIsAny = dot === "any character" || /\(\?[imU]*s[imsU]*[-):]/.test(pattern);
    const translated = translate(pattern, { dot: dotIsAny ? "." : "[^\\n]", inParts });
    new RegExp(translated, flags);
    const expression = new RegExp(`^(?:${translated})$`, flags);
    return { matches: (value) => expression.test(value), complaint: void 0 };
  } catch (error) {
    const reason = error instanceof PatternError ? error.message : "it does not parse";
    return { matches: void 0, complaint: `not a regular expression: ${pattern} (${reason})` };
  }
}
var PatternError = class extends Error {
};
function translate(pattern, { dot, inParts }) {
  let out = "";
  let repeatable = false;
  let letters = asWritten;
  for (let at = 0; at < pattern.length; ) {
    const repetition = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(pattern.slice(at))?.[0];
    if (repetition) {
      if (!repeatable) throw new PatternError(`nothing to repeat before ${repetition}`);
      checkCounts(repetition);
    }
    const piece = repetition ? { text: repetition, next: at + repetition.length, repeatable: false } : atom(pattern, at, dot, inParts && letters.ignored);
    if (!repetition) letters = caseAfter(letters, pattern.slice(at));
    if (piece.text !== "") repeatable = piece.repeatable ?? true;
    out += piece.text;
    at = piece.next;
  }
  return out;
}
function checkCounts(repetition) {
  const [least = 0, most = least] = (repetition.match(/\d+/g) ?? []).map(Number);
  if (least > 1e3 || most > 1e3) throw new PatternError("a repetition of more than 1000");
  if (most < least) throw new PatternError(`the wrong way round: ${repetition}`);
}
function atom(pattern, at, dot, anyCase) {
  const c = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
  if (c === "\\") return escape(pattern, at, anyCase);
  if (c === "[") return characterClass(pattern, at, anyCase);
  if (c === "(") return openGroup(pattern, at);
  if (c === "^" || c === "$") return { text: `(?:${c})`, next: at + 1 };
  if (c === "|") return { text: c, next: at + 1, repeatable: false };
  if (c === ")") return { text: c, next: at + 1 };
  if (c === ".") return { text: dot, next: at + 1 };
  return { text: inCase(literal(c), anyCase), next: at + c.length };
}
function inCase(text, anyCase) {
  const other = anyCase ? otherCase(text) : void 0;
  return other === void 0 ? text : `[${text}${other}]`;
}
function openGroup(pattern, at) {
  const rest = pattern.slice(at);
  if (!rest.startsWith("(?")) return { text: "(", next: at + 1, repeatable: false };
  if (/^\(\?<?[=!]/.test(rest)) throw new PatternError("RE2 has no look-around");
  const name = /^\(\?P?<(\w+)>/.exec(rest)?.[0];
  if (name) return { text: "(", next: at + name.length, repeatable: false };
  const flags = /^\(\?[imsU]*(?:-[imsU]+)?([:)])/.exec(rest);
  if (!flags) throw new PatternError(`RE2 has no ${rest.slice(0, 3)}`);
  return { text: flags[1] === ":" ? "(?:" : "", next: at + flags[0].length, repeatable: false };
}
var assertions = { A: "(?:^)", z: "(?:$)", b: "(?:\\b)", B: "(?:\\B)" };
function escape(pattern, at, anyCase) {
  const c = pattern[at + 1];
  if (c !== void 0 && c in assertions) return { text: assertions[c] ?? "", next: at + 2 };
  if (c !== "Q") {
    const piece = escapedCharacter(pattern, at);
    return { ...piece, text: inCase(piece.text, anyCase) };
  }
  const end = pattern.indexOf("\\E", at + 2);
  const quoted2 = pattern.slice(at + 2, end < 0 ? void 0 : end);
  const text = [...quoted2].map((one) => inCase(literal(one), anyCase)).join("");
  return { text, next: end < 0 ? pattern.length : end + 2 };
}
function escapedCharacter(pattern, at) {
  const rest = pattern.slice(at);
  if (/^\\[dDsSwW]/.test(rest)) return { text: rest.slice(0, 2), next: at + 2 };
  const property = /^\\([pP])(?:\{(\^?)(\w+)\}|(\w))/.exec(rest);
  if (property) return { text: unicodeClass(property), next: at + property[0].length };
  const code = /^\\(?:x([0-9a-fA-F]{2})|x\{([0-9a-fA-F]+)\}|(0[0-7]{0,2}|[1-7][0-7]{1,2}))/.exec(rest);
  if (code) {
    const hex = code[1] ?? code[2];
    const point = hex === void 0 ? parseInt(code[3] ?? "", 8) : parseInt(hex, 16);
    if (point > 1114111) throw new PatternError(`no character: ${code[0]}`);
    return { text: `\\u{${point.toString(16)}}`, next: at + code[0].length };
  }
  if (/^\\[aftnrv]/.test(rest)) return { text: rest[1] === "a" ? "\\x07" : rest.slice(0, 2), next: at + 2 };
  if (/^\\[!-/:-@[-`{-~ ]/.test(rest)) return { text: literal(rest.charAt(1)), next: at + 2 };
  if (/^\\[1-9]/.test(rest)) throw new PatternError("RE2 has no back-references");
  throw new PatternError(rest === "\\" ? "it ends with \\" : `RE2 has no ${[...rest].slice(0, 2).join("")}`);
}
function unicodeClass([whole, kind, negation = "", long, short]) {
  const name = long ?? short ?? "";
  const letter = kind === "P" !== (negation === "^") ? "P" : "p";
  const candidates = name === "Any" ? ["Any"] : [name, `Script=${name}`];
  for (const candidate of candidates) {
    const text = `\\${letter}{${candidate}}`;
    try {
      new RegExp(text, "v");
      return text;
    } catch {
    }
  }
  throw new PatternError(`no class of characters: ${whole}`);
}
var posixClasses = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  ascii: "\\x00-\\x7f",
  blank: "\\t ",
  cntrl: "\\x00-\\x1f\\x7f",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-\\/:-@\\[-`\\{-~",
  space: "\\t\\n\\v\\f\\r ",
  upper: "A-Z",
  word: "0-9A-Za-z_",
  xdigit: "0-9A-Fa-f"
};
function characterClass(pattern, start, anyCase) {
  let at = pattern[start + 1] === "^" ? start + 2 : start + 1;
  let out = pattern.slice(start, at);
  for (let first = true; first || pattern[at] !== "]"; first = false) {
    if (at >= pattern.length) throw new PatternError("a [ without its ]");
    const posix = /^\[:(\^?)(\w+):\]/.exec(pattern.slice(at));
    const piece = posix ? { text: posixClass(posix), next: at + posix[0].length } : classRange(pattern, at, anyCase);
    out += piece.text;
    at = piece.next;
  }
  return { text: `${out}]`, next: at + 1 };
}
function posixClass([whole, negation, name = ""]) {
  const set = posixClasses[name];
  if (set !== void 0) return `[${negation ?? ""}${set}]`;
  throw new PatternError(`no class of characters: ${whole}`);
}
function classRange(pattern, at, anyCase) {
  const low = classCharacter(pattern, at);
  const alone = { ...low, text: low.text + (anyCase && otherCase(low.text) || "") };
  const isRange = pattern[low.next] === "-" && pattern[low.next + 1] !== "]" && low.next + 1 < pattern.length;
  if (!isRange || /^\\[dDsSwWpP]/.test(low.text)) return alone;
  const high = classCharacter(pattern, low.next + 1);
  if (/^\\[dDsSwWpP]/.test(high.text)) throw new PatternError(`no range: ${pattern.slice(at, high.next)}`);
  const others = anyCase ? otherRanges(low.text, high.text) : "";
  return { text: `${low.text}-${high.text}${others}`, next: high.next };
}
function classCharacter(pattern, at) {
  if (pattern[at] === "\\") return escapedCharacter(pattern, at);
  const c = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
  return { text: literal(c), next: at + c.length };
}
function literal(c) {
  return /[!-/:-@[-^`{-~]/.test(c) ? `\\x${c.charCodeAt(0).toString(16)}` : c;
}

var acceptedBy = remembered(({ op, value }) => {
  if (op === "=" || op === "!=") return (label) => label === value === (op === "=");
  const { matches } = compileRe2(value);
  return (label) => matches === void 0 || matches(label) === (op === "=~");
});

function isDeclared(values, value) {
  if (values === "*") return true;
  if ("matches" in values)
    return new RegExp(`^(?:${values.matches})$`, values.flags.replace(/[gy]/g, "")).test(value);
  return values.includes(value);
}
function listOf(values) {
  return values === "*" || "matches" in values ? void 0 : values;
}
function isClosed({ labels }) {
  return Object.values(labels).every((values) => listOf(values) !== void 0);
}
function takes({ matchers = [] }, label, value) {
  return askedOf(matchers, label).every((asking) => acceptedBy(asking)(value));
}
function asksFor({ matchers = [] }, label) {
  return askedOf(matchers, label).length > 0;
}
function askedOf(matchers, label) {
  return matchers.filter(({ name }) => name === label);
}

var bornLate = {
  id: "born-late",
  says: "Series whose labels are all known are not there before the first event, whose growth nobody sees then.",
  *find({ declared, observed: observed2 }) {
    if (!declared || !observed2 || !isClosed(declared) || declared.comesAndGoes !== void 0) return;
    if (observed2.labelSets.length === 0) {
      yield { text: "is described and has no series yet: start it at 0", harms: late };
      return;
    }
    for (const [label, unseen] of unseenValues(declared, observed2)) {
      const values = unseen.map((value) => `${label}=${JSON.stringify(value)}`).join(", ");
      yield {
        text: `has no series with ${values} yet: start ${unseen.length === 1 ? "it" : "them"} at 0`,
        harms(read, reader) {
          const isHarmed = isOnlyFor(read, label, observed2) && unseen.some((one) => takes(read, label, one));
          return isHarmed ? late(read, reader) : void 0;
        }
      };
    }
  }
};
function late(read, reader) {
  return lostBy(read, reader, "metric") === "fires" ? "fires" : "late";
}
function unseenValues({ labels }, { values: seen }) {
  return Object.entries(labels).flatMap(([label, values]) => {
    const own = seen.get(label);
    const unseen = own && listOf(values)?.filter((value) => value !== "" && !own.has(value));
    return unseen === void 0 || unseen.length === 0 ? [] : [[label, unseen]];
  });
}
function isOnlyFor(read, label, { values }) {
  return ![...values.get(label) ?? []].some((value) => takes(read, label, value));
}

var helpChanged = {
  id: "help-changed",
  says: "The help of a metric says something else than what is declared.",
  *find({ declared, observed: observed2 }) {
    if (!declared || !observed2 || observed2.help === "") return;
    if (plain(declared.help) === plain(observed2.help)) return;
    yield {
      text: `has the help ${JSON.stringify(observed2.help)}, and ${JSON.stringify(declared.help)} is declared`
    };
  }
};
function plain(help) {
  return help.replace(/\s+/g, " ").trim().replace(/\.$/, "").toLowerCase();
}

var missingLabel = {
  id: "missing-label",
  says: "A label that is declared is not there, or not on every series.",
  *find({ declared, observed: observed2 }) {
    if (!declared || !observed2) return;
    for (const [label, values] of Object.entries(declared.labels)) {
      const without = observed2.labelSets.filter((set) => isWithout(set, label, values));
      if (without.length === 0) continue;
      const isGone = without.length === observed2.labelSets.length;
      if (!isGone && listOf(values) === void 0) continue;
      yield {
        text: `has no label ${label}${isGone ? "" : ` on ${without.length} of its ${observed2.labelSets.length} series`}`,
        harms(read, reader) {
          if (asksFor(read, label) && !takes(read, label, ""))
            return isGone ? lostBy(read, reader, "series") : "unseen";
          return (read.tellsApart ?? []).includes(label) ? "mixed" : void 0;
        }
      };
    }
  }
};
function isWithout(set, label, values) {
  if (listOf(values) === void 0) return !set.has(label);
  return !isDeclared(values, "") && (set.get(label) ?? "") === "";
}

var missingMetric = {
  id: "missing-metric",
  says: "A metric that is declared is not exposed.",
  *find({ declared, observed: observed2 }) {
    if (!declared || observed2 || declared.comesAndGoes !== void 0) return;
    const why = isClosed(declared) ? "" : "; a program that was just started may not know the values of its labels yet";
    yield { text: `is missing${why}`, harms: (read, reader) => lostBy(read, reader, "metric") };
  }
};

var moreSeries = {
  id: "more-series",
  says: "There are more series than the listed values of all labels can make.",
  *find({ declared, observed: observed2 }) {
    if (!declared || !observed2 || !isClosed(declared)) return;
    const most = Object.values(declared.labels).map((values) => listOf(values)?.length ?? 1).reduce((product, count2) => product * count2, 1);
    const written = observed2.labelSets.map(
      (set) => JSON.stringify([...set].filter(([, value]) => value !== ""))
    );
    const count = new Set(written).size;
    if (count <= most) return;
    yield { text: `has ${count} series, and its declared labels make ${most} at most` };
  }
};

function listed(words, last = "and") {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

var otherBuckets = {
  id: "other-buckets",
  says: "A histogram has other buckets than those that are declared.",
  *find({ declared, observed: observed2 }) {
    if (declared?.buckets === void 0 || !observed2 || observed2.labelSets.length === 0) return;
    if (observed2.type !== void 0 && observed2.type !== "histogram") return;
    const [meant, seen] = [declared.buckets, observed2.bounds];
    const gone = meant.filter((bound) => !seen.includes(bound));
    const added = seen.filter((bound) => !meant.includes(bound));
    if (gone.length + added.length === 0) return;
    yield {
      text: [
        ...gone.length > 0 ? [`has no bucket up to ${listed(gone.map(String), "or")}`] : [],
        ...added.length > 0 ? [`has buckets up to ${listed(added.map(String))} that are not declared`] : []
      ].join("; "),
      harms(read, reader) {
        if (!read.series?.endsWith("_bucket") || gone.length === 0) return void 0;
        if (!asksFor(read, "le")) return "wrong";
        return [...seen, Infinity].some((bound) => takesBound(read, bound)) ? void 0 : lostBy(read, reader, "series");
      }
    };
  }
};
function takesBound(read, bound) {
  const spellings = bound === Infinity ? ["+Inf"] : [String(bound), `${bound}.0`];
  return spellings.some((text) => takes(read, "le", text) && takes(read, "quantile", text));
}

var otherQuantiles = {
  id: "other-quantiles",
  says: "A summary has other quantiles than those that are declared.",
  *find({ declared, observed: observed2 }) {
    if (declared?.quantiles === void 0 || !observed2 || observed2.labelSets.length === 0) return;
    if (observed2.type !== void 0 && observed2.type !== "summary") return;
    const [meant, seen] = [declared.quantiles, observed2.bounds];
    const gone = meant.filter((quantile) => !seen.includes(quantile));
    const added = seen.filter((quantile) => !meant.includes(quantile));
    if (gone.length + added.length === 0) return;
    yield {
      text: [
        ...gone.length > 0 ? [`has no quantile ${listed(gone.map(String), "or")}`] : [],
        ...added.length > 0 ? [`has the quantiles ${listed(added.map(String))}, which are not declared`] : []
      ].join("; "),
      harms(read, reader) {
        if (read.series !== void 0 || !asksFor(read, "quantile")) return void 0;
        return seen.some((quantile) => takesBound(read, quantile)) ? void 0 : lostBy(read, reader, "series");
      }
    };
  }
};

var retypedMetric = {
  id: "retyped-metric",
  says: "A metric has another type than the one that is declared.",
  *find({ declared, observed: observed2 }) {
    if (!declared || observed2?.type === void 0 || observed2.type === declared.type) return;
    const { names } = observed2;
    yield {
      text: `has the type ${observed2.type}, and ${declared.type} is declared`,
      // A histogram that became a gauge has no buckets; a counter that became one has a rate that means nothing.
      harms(read, reader) {
        if (!names.has(read.series ?? declared.name)) return lostBy(read, reader, "metric");
        return lostBy(read, reader, "metric") === "fires" ? void 0 : "wrong";
      }
    };
  }
};

var undeclaredLabel = {
  id: "undeclared-label",
  says: "There is a label that is not declared.",
  *find({ declared, observed: observed2 }) {
    if (!declared || !observed2) return;
    for (const [label, values] of observed2.values) {
      if (Object.hasOwn(declared.labels, label)) continue;
      if (values.size === 1 && values.has("")) continue;
      yield {
        text: `has the label ${label}, which is not declared`,
        harms(read, reader) {
          if (read.newLabels === "break a join") return lostBy(read, reader, "series");
          return read.newLabels === "kept" ? "more" : void 0;
        }
      };
    }
  }
};

var undeclaredMetric = {
  id: "undeclared-metric",
  says: "A metric is exposed that nobody has declared.",
  *find({ declared, observed: observed2 }) {
    if (declared || !observed2) return;
    yield { text: `is exposed and not declared${observed2.type === void 0 ? "" : `: a ${observed2.type}`}` };
  }
};

var mostNamed = 5;
var undeclaredValue = {
  id: "undeclared-value",
  says: "A label has a value that is not among those that are declared.",
  *find({ declared, observed: observed2 }) {
    if (!declared || !observed2) return;
    for (const [label, values] of Object.entries(declared.labels)) {
      const seen = [...observed2.values.get(label) ?? []].filter((value) => value !== "");
      const others = seen.filter((value) => !isDeclared(values, value)).sort();
      if (others.length === 0) continue;
      const named = others.slice(0, mostNamed).map((value) => JSON.stringify(value));
      const more = others.length - named.length;
      yield {
        text: `has ${label}=${listed([...named, ...more > 0 ? [`${more} more`] : []])}, which ${others.length === 1 ? "is" : "are"} not declared`,
        harms: (read) => asksFor(read, label) && others.some((value) => !takes(read, label, value)) ? "unseen" : void 0
      };
    }
  }
};

var otherSpellings = {
  ns: "nanoseconds",
  nanosecond: "nanoseconds",
  us: "microseconds",
  microsecond: "microseconds",
  ms: "milliseconds",
  msec: "milliseconds",
  milisecond: "milliseconds",
  millisecond: "milliseconds",
  s: "seconds",
  sec: "seconds",
  second: "seconds",
  min: "minutes",
  minute: "minutes",
  h: "hours",
  hour: "hours",
  d: "days",
  day: "days",
  bit: "bits",
  b: "bytes",
  byte: "bytes",
  kb: "kilobytes",
  kilobyte: "kilobytes",
  mb: "megabytes",
  megabyte: "megabytes",
  gb: "gigabytes",
  gigabyte: "gigabytes",
  kib: "kibibytes",
  kibibyte: "kibibytes",
  mib: "mebibytes",
  mebibyte: "mebibytes",
  gib: "gibibytes",
  gibibyte: "gibibytes",
  bps: "bits/s",
  "b/s": "bytes/s",
  "byte/s": "bytes/s",
  "kb/s": "kilobytes/s",
  "mb/s": "megabytes/s",
  "gb/s": "gigabytes/s",
  "%": "percent",
  pct: "percent",
  percentage: "percent",
  fraction: "ratio",
  boolean: "bool",
  epoch: "timestamp",
  unixtime: "timestamp"
};

var unitChanged = {
  id: "unit-changed",
  says: "A metric has another unit than the one that is declared; only OpenMetrics says it.",
  *find({ declared, observed: observed2 }) {
    const unit = observed2?.unit;
    if (!declared || unit === void 0 || unit === "") return;
    if (spelt(unit) === spelt(declared.unit)) return;
    yield { text: `has the unit ${unit}, and ${declared.unit} is declared`, harms: () => "wrong" };
  }
};
function spelt(unit) {
  const word2 = unit.toLowerCase();
  const known = otherSpellings;
  const found = [word2, word2.replace(/s$/, "")].find((one) => Object.hasOwn(known, one));
  return (found === void 0 ? void 0 : known[found]) ?? word2;
}

var differenceKinds = [
  missingMetric,
  retypedMetric,
  unitChanged,
  missingLabel,
  undeclaredLabel,
  undeclaredValue,
  otherBuckets,
  otherQuantiles,
  moreSeries,
  bornLate,
  helpChanged,
  undeclaredMetric
];

function pairsOf(metrics, families) {
  const left = new Map(families.map((family2) => [family2.name, family2]));
  const pairs = metrics.map((declared) => {
    const own = familiesFor(declared, left);
    for (const { name } of own) left.delete(name);
    const [first, ...more] = own;
    return { declared, observed: first && observedIn(declared, first, more) };
  });
  const others = [...left.values()].map((family2) => ({
    declared: void 0,
    observed: observed(family2.name, typeOf(family2), [family2])
  }));
  return [...pairs, ...others];
}
function familiesFor({ name, type }, families) {
  const own = families.get(name);
  if (own) return [own];
  const short = families.get(name.replace(/_total$/, ""));
  if (type === "counter" && short?.type === "counter" && short.samples.length === 0) return [short];
  const parts = ["_bucket", "_sum", "_count"].flatMap((ending) => families.get(name + ending) ?? []);
  return type === "histogram" || type === "summary" ? parts.filter((part) => isUntyped(part)) : [];
}
function observedIn(declared, first, more) {
  const type = isUntyped(first) ? void 0 : typeOf(first);
  return observed(declared.name, type, [first, ...more], type ?? declared.type);
}
function observed(name, type, families, as = type) {
  const samples = families.flatMap((family2) => family2.samples);
  const part = as === "histogram" ? "le" : as === "summary" ? "quantile" : void 0;
  const labelSets = /* @__PURE__ */ new Map();
  for (const { labels } of samples) {
    const own = new Map([...labels].filter(([label]) => label !== part).sort(([a], [b]) => a < b ? -1 : 1));
    labelSets.set(JSON.stringify([...own]), own);
  }
  const bounds = samples.flatMap(({ labels }) => part === void 0 ? [] : labels.get(part) ?? []);
  const [{ help = "", unit } = {}] = families;
  return {
    ...{ name, type, help, unit },
    names: new Set(samples.map((sample) => sample.name)),
    labelSets: [...labelSets.values()],
    values: valuesIn([...labelSets.values()]),
    bounds: [...new Set(bounds.map(Number))].filter(Number.isFinite).sort((a, b) => a - b)
  };
}
function valuesIn(sets) {
  const values = /* @__PURE__ */ new Map();
  for (const [label, value] of sets.flatMap((set) => [...set])) {
    const seen = values.get(label);
    if (seen) seen.add(value);
    else values.set(label, /* @__PURE__ */ new Set([value]));
  }
  return values;
}
function isUntyped({ type }) {
  return type === "untyped" || type === "unknown";
}
function typeOf({ type }) {
  switch (type) {
    case "counter":
    case "gauge":
    case "histogram":
    case "summary":
      return type;
    case "info":
    case "stateset":
      return "gauge";
    case "gaugehistogram":
    case "untyped":
    case "unknown":
      return void 0;
  }
}

function differencesOf({ readers }, job, families) {
  return pairsOf(job.metrics, families).flatMap((pair) => {
    const metric = pair.declared?.name ?? pair.observed?.name ?? "";
    return differenceKinds.flatMap(
      (kind) => [...kind.find(pair)].map((found) => ({
        kind: kind.id,
        job: job.name,
        metric,
        text: found.text,
        definedAt: pair.declared?.definedAt,
        victims: victimsOf(found, pair.declared, readers)
      }))
    );
  });
}
function victimsOf({ harms: harmsOf }, declared, readers) {
  const victims = /* @__PURE__ */ new Map();
  for (const read of declared?.reads ?? []) {
    const reader = readers[read.by];
    const harm = reader && harmsOf?.(read, reader);
    const known = victims.get(read.by);
    if (!reader || harm === void 0 || known && badness(known.harm) <= badness(harm)) continue;
    const { kind, name, severity, notifies } = reader;
    victims.set(read.by, { kind, name, harm, severity, notifies });
  }
  return [...victims.values()];
}
function badness(harm) {
  return harms.indexOf(harm);
}

function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

var nouns = {
  alert: { one: "", several: "", named: true },
  slo: { one: "SLO ", several: "SLOs ", named: true },
  panel: { one: "panel", several: "panels", named: false },
  recording: { one: "recording", several: "recordings", named: false },
  runbook: { one: "runbook", several: "runbooks", named: false },
  dashboard: { one: "dashboard", several: "dashboards", named: false }
};
var mostNamed2 = 3;
function victimTexts(victims) {
  return order.flatMap((kind) => {
    const own = groupBy(
      victims.filter((victim) => victim.kind === kind),
      ({ harm }) => harm
    );
    return harms.flatMap((harm) => {
      const same = own.get(harm);
      return same ? [sentence(kind, harm, same)] : [];
    });
  });
}
var order = ["alert", "slo", "panel", "recording", "runbook", "dashboard"];
function sentence(kind, harm, victims) {
  const { one, several, named } = nouns[kind];
  const [ofOne, ofSeveral] = consequences[harm][kind];
  const isOne = victims.length === 1;
  const names = victims.map(({ name }) => name);
  const noun = isOne ? one : several;
  const becomes = isOne ? ofOne : ofSeveral;
  if (named) return `${noun}${listed(names)}${notifying(victims)} ${becomes}`;
  const some = names.slice(0, mostNamed2).join(", ") + (names.length > mostNamed2 ? ", …" : "");
  return `${victims.length} ${noun} ${becomes}: ${some}`;
}
function notifying(victims) {
  const receivers = new Set(victims.flatMap(({ notifies = [] }) => notifies));
  return receivers.size === 0 ? "" : `, which ${victims.length === 1 ? "notifies" : "notify"} ${listed([...receivers])},`;
}
function differencesText(differences) {
  const [undeclared, others] = [true, false].map(
    (is) => differences.filter(({ definedAt }) => definedAt === void 0 === is)
  );
  const paragraphs = (others ?? []).map(paragraph);
  const lists = [...groupBy(undeclared ?? [], ({ job }) => job)].map(
    ([job, own]) => `job ${job} exposes ${own.length === 1 ? "a metric" : `${own.length} metrics`} that nobody declared (${own[0]?.kind})
  ${own.map(({ metric }) => metric).join("\n  ")}
`
  );
  return [...paragraphs, ...lists].join("\n");
}
function paragraph({ definedAt, metric, job, text, kind, victims }) {
  return `${definedAt}: ${metric} of job ${job} ${text} (${kind})
${victimTexts(victims).map((line) => `  ${line}
`).join("")}`;
}
function countText(differences) {
  const harmful = differences.filter(({ victims }) => victims.length > 0).length;
  if (differences.length === 0) return "no differences";
  const all = differences.length === 1 ? "1 difference" : `${differences.length} differences`;
  return `${all}, ${harmful === 0 ? "none" : harmful} with victims`;
}

var Refusal = class extends Error {
};
function fail(reason) {
  throw new Refusal(reason);
}
function word(cursor, pattern) {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0] ?? "";
  cursor.at += found.length;
  return found;
}
function blanks(cursor) {
  word(cursor, /[ \t]*/y);
}
function quoted(cursor) {
  const start = cursor.at + 1;
  let end = cursor.text[cursor.at] === '"' ? start : Infinity;
  while (end < cursor.text.length && cursor.text[end] !== '"') end += cursor.text[end] === "\\" ? 2 : 1;
  if (end >= cursor.text.length) fail("a text in quotes is missing, or is not closed");
  cursor.at = end + 1;
  return unescaped(cursor.text.slice(start, end));
}
function unescaped(text) {
  return text.replace(/\\([\\"n])/g, (_, escaped) => escaped === "n" ? "\n" : escaped);
}

var endings = {
  counter: ["", "_total", "_created"],
  gauge: [""],
  histogram: ["_bucket", "_sum", "_count", "_created"],
  summary: ["", "_sum", "_count", "_created"],
  untyped: [""],
  unknown: [""],
  info: ["_info", ""],
  stateset: [""],
  gaugehistogram: ["_bucket", "_gsum", "_gcount"]
};
function familiesOf(described, samples) {
  const owners = /* @__PURE__ */ new Map();
  for (const [name, { type = "untyped" }] of described) {
    for (const ending of endings[type]) owners.set(name + ending, name);
  }
  for (const name of described.keys()) owners.set(name, name);
  const grouped = new Map([...described.keys()].map((name) => [name, []]));
  for (const sample of samples) {
    const owner = owners.get(sample.name) ?? sample.name;
    const others = grouped.get(owner);
    if (others) others.push(sample);
    else grouped.set(owner, [sample]);
  }
  return [...grouped].map(([name, own]) => family(name, described.get(name) ?? {}, own));
}
function family(name, { type = "untyped", help = "", unit }, all) {
  const samples = all.filter((sample) => sample.name === name || !sample.name.endsWith("_created"));
  const isLonger = type === "counter" || type === "info";
  const longer = isLonger ? samples.find((sample) => sample.name !== name)?.name : void 0;
  return { name: longer ?? name, type, help, unit, samples };
}

function readSample(line) {
  const cursor = { text: line, at: 0 };
  const bare = word(cursor, /[^\s{"]*/y);
  blanks(cursor);
  const { labels, name: inBraces } = line[cursor.at] === "{" ? labelSet(cursor) : noLabels;
  const name = bare === "" ? inBraces : bare;
  if (name === void 0 || name === "") fail("there is no name of a metric");
  blanks(cursor);
  const written = word(cursor, /[^\s#]+/y);
  if (written === "") fail(`${name} has no value`);
  refuseRest(line.slice(cursor.at), name);
  return { name, labels, value: numberOf(written) };
}
var noLabels = { labels: /* @__PURE__ */ new Map(), name: void 0 };
function labelSet(cursor) {
  const labels = /* @__PURE__ */ new Map();
  let name;
  cursor.at++;
  for (; ; ) {
    blanks(cursor);
    if (cursor.text[cursor.at] === "}") break;
    const isQuoted = cursor.text[cursor.at] === '"';
    const label = isQuoted ? quoted(cursor) : word(cursor, /[^\s={},"]+/y);
    blanks(cursor);
    if (cursor.text[cursor.at] === "=") {
      cursor.at++;
      blanks(cursor);
      if (label === "") fail("a label has no name");
      if (labels.has(label)) fail(`the label ${label} stands twice`);
      labels.set(label, quoted(cursor));
    } else if (isQuoted && name === void 0 && labels.size === 0) name = label;
    else fail(label === "" ? "a label is missing" : `the label ${label} has no value`);
    blanks(cursor);
    if (cursor.text[cursor.at] === ",") cursor.at++;
    else if (cursor.text[cursor.at] !== "}") fail("the labels are not closed with }");
  }
  cursor.at++;
  return { labels, name };
}
function refuseRest(rest, name) {
  if (/^(?:\s+-?[\d.]+(?:e[+-]?\d+)?)?\s*(?:\s#\s.*)?$/i.test(rest)) return;
  fail(`something follows the value of ${name}: ${rest.trim().slice(0, 40)}`);
}
var special = {
  nan: NaN,
  inf: Infinity,
  "+inf": Infinity,
  "-inf": -Infinity,
  infinity: Infinity,
  "+infinity": Infinity,
  "-infinity": -Infinity
};
function numberOf(written) {
  const lower = written.toLowerCase();
  if (Object.hasOwn(special, lower)) return special[lower] ?? NaN;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/.test(lower))
    fail(`${written.slice(0, 40)} is not a number`);
  return Number(lower);
}

function readExposition(text) {
  const described = /* @__PURE__ */ new Map();
  const samples = [];
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    try {
      if (/^#\s*EOF\s*$/.test(line)) break;
      if (line.trim() === "") continue;
      if (line.startsWith("#")) describe(line, described);
      else samples.push(readSample(line));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { unreadable: { line: index + 1, reason: error.message } };
    }
  }
  if (samples.length === 0) return { unreadable: { line: 1, reason: "there is no metric in it" } };
  return { families: familiesOf(described, samples) };
}
var types = /* @__PURE__ */ new Set([
  ...["counter", "gauge", "histogram", "summary", "untyped"],
  ...["unknown", "info", "stateset", "gaugehistogram"]
]);
function describe(line, described) {
  const cursor = { text: line, at: 0 };
  const keyword = word(cursor, /#[ \t]+(?:HELP|TYPE|UNIT)[ \t]+/y).replace(/[#\s]+/g, "");
  if (keyword === "") return;
  const name = line[cursor.at] === '"' ? quoted(cursor) : word(cursor, /\S+/y);
  if (name === "") return;
  blanks(cursor);
  const rest = line.slice(cursor.at);
  const own = described.get(name) ?? {};
  described.set(name, own);
  if (keyword === "HELP") own.help = unescaped(rest).trim();
  if (keyword === "UNIT") own.unit = rest.trim();
  if (keyword !== "TYPE") return;
  const type = rest.trim().toLowerCase();
  if (!isType(type))
    throw new Refusal(
      `${name.slice(0, 80)} has the type ${type.slice(0, 40) || "of nothing"}, which does not exist`
    );
  own.type = type;
}
function isType(type) {
  return types.has(type);
}

import { readFileSync, statSync } from "node:fs";
var mostBytes = 32e6;
function fetchExposition(source, options2 = {}) {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(source)) return fromAddress(source, options2);
  if (options2.tokenFile !== void 0) {
    return Promise.resolve({
      complaint: "--token-file goes with the URL of an exposition, and this is a file."
    });
  }
  return Promise.resolve(fromFile(source));
}
function fromFile(path) {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return { complaint: `${path} is a folder, and no exposition.` };
    if (stat.size > mostBytes) return tooLarge(path);
    return textOf(readFileSync(path), path);
  } catch (error) {
    return { complaint: `${path} cannot be read: ${reasonOf(error)}.` };
  }
}
async function fromAddress(written, { tokenFile, timeoutMs = 1e4 }) {
  const url = addressOf(written);
  if (!url || !/^https?:$/.test(url.protocol))
    return { complaint: "The address of an exposition begins with http:// or https://." };
  if (url.username !== "" || url.password !== "") {
    return {
      complaint: "A password in an address ends up in logs and histories; put a token into a file, and name it with --token-file."
    };
  }
  const token = tokenFile === void 0 ? void 0 : tokenIn(tokenFile);
  if (token !== void 0 && "complaint" in token) return token;
  const where = `${url.origin}${url.pathname}`;
  try {
    const response = await fetch(url, {
      // The text format: every version of Prometheus reads it.
      headers: {
        accept: "text/plain;version=0.0.4, */*;q=0.1",
        ...token ? { authorization: `Bearer ${token.text}` } : {}
      },
      // A token must not follow to another host, and an address that moved is not the target's.
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs)
    });
    return await bodyOf(response, where, token !== void 0);
  } catch (error) {
    const late2 = error instanceof DOMException && error.name === "TimeoutError";
    return {
      complaint: `${where} ${late2 ? `did not answer within ${timeoutMs / 1e3} s` : `cannot be reached: ${reasonOf(error)}`}.${certificateHint(reasonOf(error))}`
    };
  }
}
async function bodyOf(response, where, hasToken) {
  const { status, headers, body } = response;
  if (status !== 200) {
    await body?.cancel();
    const moved = status >= 300 && status < 400 ? `, and leads to ${originOf(headers.get("location"), where)}` : "";
    return { complaint: `${where} answered ${status}${moved}.${wayIn(status, hasToken)}` };
  }
  const pieces = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.length;
    if (size > mostBytes) return tooLarge(where);
    pieces.push(piece);
  }
  return textOf(Buffer.concat(pieces), where);
}
function wayIn(status, hasToken) {
  if (status !== 401 && status !== 403) return "";
  return hasToken ? " It does not take the token in the file that --token-file names." : " Put a token into a file, and name it with --token-file.";
}
function addressOf(written, base) {
  return URL.canParse(written, base) ? new URL(written, base) : void 0;
}
function originOf(location, where) {
  const url = location === null ? void 0 : addressOf(location, where);
  return url ? `${url.origin}${url.pathname}` : "nowhere";
}
function textOf(bytes, where) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (text.trim() === "") return { complaint: `${where} is empty.` };
    if (/^\s*<(?:!doctype|html|\?xml)/i.test(text))
      return { complaint: `${where} is a page for people, and no exposition. Often it is under /metrics.` };
    return { text };
  } catch {
    return { complaint: `${where} is no text in UTF-8, and so no exposition.` };
  }
}
function tokenIn(path) {
  try {
    const text = readFileSync(path, "utf8").trim();
    if (/^[\x21-\x7e]+$/.test(text)) return { text };
    return { complaint: `${path} does not hold a token: one line, without blanks.` };
  } catch (error) {
    return { complaint: `${path} cannot be read: ${reasonOf(error)}.` };
  }
}
function tooLarge(where) {
  return {
    complaint: `${where} has more than ${mostBytes / 1e6} MB; no exposition that is worth declaring has.`
  };
}
function certificateHint(reason) {
  return /CERT|SIGNATURE/.test(reason) ? " This machine does not trust its certificate: save the text yourself, and name the file." : "";
}
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause : error;
  return "code" in cause ? String(cause.code) : cause.message;
}

var usage = `Says which alerts, panels and SLOs a release would blind, by what it exposes.

Usage: node check.mjs CONTRACT EXPOSITION [options]

CONTRACT is the JSON file of the service beside this one, EXPOSITION a file or the address of its metrics.

  --job NAME         whose exposition it is, where the service has several jobs
  --token-file FILE  a file with the token that the address wants
  --all              also what harms nobody
  --json             the same as JSON, for a program
  --help             this text

Exit codes: 0 nobody is blinded, 1 something could not be read, 2 wrong use, 10 somebody would be blinded.
`;
var options = {
  job: { type: "string" },
  "token-file": { type: "string" },
  all: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean" }
};
async function check(args) {
  const given = argumentsIn(args);
  if ("complaint" in given) return complain(2, `${given.complaint}
"--help" says how it is used.`);
  const { values, positionals } = given;
  if (values.help) return say(usage);
  const [path, source, ...more] = positionals;
  if (path === void 0 || source === void 0 || more.length > 0)
    return complain(2, 'Name a contract and an exposition.\n"--help" says how it is used.');
  const read = contractAt(path);
  if ("complaint" in read) return complain(1, read.complaint);
  const { contract } = read;
  const jobs = contract.jobs.filter(({ name }) => values.job === void 0 || name === values.job);
  const [job] = jobs;
  if (!job || jobs.length > 1)
    return complain(
      2,
      `Say with --job whose exposition it is: ${contract.jobs.map(({ name }) => name).join(", ")}.`
    );
  const fetched = await fetchExposition(source, { tokenFile: values["token-file"] });
  if ("complaint" in fetched) return complain(1, fetched.complaint);
  const exposition = readExposition(fetched.text);
  if ("unreadable" in exposition)
    return complain(
      1,
      `Line ${exposition.unreadable.line} is none of an exposition: ${exposition.unreadable.reason}.`
    );
  return told(differencesOf(contract, job, exposition.families), values);
}
function argumentsIn(args) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    return { complaint: error instanceof Error ? error.message : String(error) };
  }
}
function contractAt(path) {
  try {
    const contract = JSON.parse(readFileSync2(path, "utf8"));
    if (contract.format === 1) return { contract };
    return { complaint: `${path} is no contract that this checker can read: take the two of one build.` };
  } catch (error) {
    return { complaint: `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}
function told(all, { all: isAll, json }) {
  const harmful = all.filter(({ victims }) => victims.length > 0);
  const shown = isAll ? all : harmful;
  say(
    json ? `${JSON.stringify({ differences: shown }, void 0, 2)}
` : withoutControls(differencesText(shown))
  );
  if (!json) process.stderr.write(`${countText(all)}
`);
  return harmful.length > 0 ? 10 : 0;
}
function withoutControls(text) {
  return text.replace(new RegExp("[^\\P{Cc}\\n]|\\p{Cf}", "gu"), "�");
}
function say(text) {
  process.stdout.write(text);
  return 0;
}
function complain(code, complaint) {
  process.stderr.write(`${complaint}
`);
  return code;
}
process.exitCode = await check(process.argv.slice(2));
