/** Functions of Go's templates and those that Prometheus adds (template.go of its version 3). */
const functions = new Set(
  (
    "and or not eq ne lt le gt ge len index slice print printf println html js urlquery call " +
    "query first label value sortByLabel strvalue args reReplaceAll safeHtml match title toUpper toLower graphLink tableLink " +
    "humanize humanize1024 humanizeDuration humanizePercentage humanizeTimestamp toTime toDuration now pathPrefix " +
    "externalURL parseDuration stripPort stripDomain tmpl urlQueryEscape"
  ).split(" "),
);
const variables = new Set(["$labels", "$externalLabels", "$externalURL", "$value", "$"]);
const opening = new Set(["if", "range", "with", "define", "block"]);
const middle = new Set(["else", "template", "break", "continue"]);
const constants = new Set(["true", "false", "nil"]);

/** What keeps a text from being a template of an alert, in words; undefined when it is one. promtool has the last word. */
export function templateMistake(text: string): string | undefined {
  let open = 0;
  let rest = text;
  const declared = new Set<string>();
  for (let start = rest.indexOf("{{"); start >= 0; start = rest.indexOf("{{")) {
    const action = actionAt(rest, start + 2);
    if (action === undefined) return `"${rest.slice(start, start + 20)}" does not end with }}`;
    rest = rest.slice(start + 2 + action.length + 2);
    const words = wordsOf(action);
    if (words.length === 0 && !/["`]|\d/.test(action)) return "{{ }} is empty";
    const [first = ""] = words;
    if (opening.has(first)) open += 1;
    if (first === "end") open -= 1;
    if (open < 0) return "there is an {{ end }} too many";
    for (const [, variable = ""] of action.matchAll(/(\$\w+)\s*(?:,|:?=)/g)) declared.add(variable);
    const unknown = words.find((word) => !isKnown(word, declared));
    if (unknown !== undefined) return `${unknown} is not known`;
  }
  return open > 0 ? "an {{ end }} is missing" : undefined;
}

/** What stands between `{{` and its `}}`, which may itself stand in a string. */
function actionAt(text: string, from: number): string | undefined {
  const inner =
    /^(?:"(?:[^"\\\n]|\\.)*"|`[^`]*`|\/\*[\s\S]*?\*\/|(?!\}\})[^"`])*/.exec(text.slice(from))?.[0] ?? "";
  return text.startsWith("}}", from + inner.length) ? inner : undefined;
}

/** Words and variables of an action, without strings, comments, numbers and what follows a dot. */
function wordsOf(action: string): string[] {
  const bare = action.replace(/"(?:[^"\\]|\\.)*"|`[^`]*`|\/\*[\s\S]*?\*\//g, " ").replace(/\.\w+/g, " ");
  return bare.match(/\$\w*|[A-Za-z_]\w*/g) ?? [];
}

function isKnown(word: string, declared: ReadonlySet<string>): boolean {
  if (word.startsWith("$")) return variables.has(word) || declared.has(word);
  return (
    functions.has(word) || opening.has(word) || middle.has(word) || constants.has(word) || word === "end"
  );
}
