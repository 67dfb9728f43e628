/** Functions of Go's templates and those that Prometheus adds (template.go of its version 3.5). */
const functions = new Set(
  (
    "and or not eq ne lt le gt ge len index slice print printf println html js urlquery call " +
    "query first label value sortByLabel strvalue args reReplaceAll safeHtml match title toUpper toLower graphLink tableLink " +
    "humanize humanize1024 humanizeDuration humanizePercentage humanizeTimestamp toTime toDuration now pathPrefix " +
    "externalURL parseDuration stripPort stripDomain tmpl"
  ).split(" "),
);
const variables = new Set(["$labels", "$externalLabels", "$externalURL", "$value", "$"]);
const opening = new Set(["if", "range", "with", "define", "block"]);
const others = new Set(["else", "end", "template", "break", "continue", "true", "false", "nil"]);

/** What keeps a text from being a template of an alert, in words; undefined when it is one. promtool has the last word. */
export function templateMistake(text: string): string | undefined {
  let open = 0;
  let rest = text;
  const declared = new Set<string>();
  for (let start = rest.indexOf("{{"); start >= 0; start = rest.indexOf("{{")) {
    const action = actionAt(rest, start + 2);
    if (action === undefined) return `"${rest.slice(start, start + 20)}" does not end with }}`;
    rest = rest.slice(start + 2 + action.length + 2);
    const bare = withoutTexts(action);
    for (const [, variable = ""] of bare.matchAll(/(\$\w+)\s*(?:,|:?=)/g)) declared.add(variable);
    const mistake = mistakeIn(bare, action, declared);
    if (mistake !== undefined) return mistake;
    const [, first = ""] = /^-?\s*(\w+)/.exec(bare) ?? [];
    if (opening.has(first)) open += 1;
    else if (first === "else" && open === 0) return "there is an {{ else }} without an {{ if }}";
    else if (first === "end" && open-- === 0) return "there is an {{ end }} too many";
  }
  return open > 0 ? "an {{ end }} is missing" : undefined;
}

/** What stands between `{{` and its `}}`, which may itself stand in a string. */
function actionAt(text: string, from: number): string | undefined {
  const inner =
    /^(?:"(?:[^"\\\n]|\\.)*"|`[^`]*`|\/\*[\s\S]*?\*\/|(?!\}\})[^"`])*/.exec(text.slice(from))?.[0] ?? "";
  return text.startsWith("}}", from + inner.length) ? inner : undefined;
}

/** An action with a space for each string, character and comment. */
function withoutTexts(action: string): string {
  return action.replace(/"(?:[^"\\]|\\.)*"|`[^`]*`|'(?:[^'\\]|\\.)*'|\/\*[\s\S]*?\*\//g, " ");
}

function mistakeIn(bare: string, action: string, declared: ReadonlySet<string>): string | undefined {
  // Signs that keep the space around an action away are no content.
  if (action.replace(/^-|-$/g, "").trim() === "") return "{{ }} is empty";
  // Numbers, and fields such as .Value: what they hold is not known by its name.
  const words = bare.replace(/\.\w+|\b\d[\w.]*/g, " ").match(/\$\w*|[A-Za-z_]\w*/g) ?? [];
  const unknown = words.find((word) => !isKnown(word, declared));
  if (unknown !== undefined) return `${unknown} is not known`;
  const [opened, closed] = [bare.split("(").length, bare.split(")").length];
  return opened === closed ? undefined : `its brackets do not match: {{${action}}}`;
}

function isKnown(word: string, declared: ReadonlySet<string>): boolean {
  if (word.startsWith("$")) return variables.has(word) || declared.has(word);
  return functions.has(word) || opening.has(word) || others.has(word);
}
