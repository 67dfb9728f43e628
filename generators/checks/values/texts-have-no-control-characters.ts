import type { Check, Finder, Finding } from "../../check.ts";
import type { Definitions } from "../../language/platform.ts";
import { authoredValues } from "../../model/authored-values.ts";
import type { Model } from "../../model/model.ts";
import { stepsOf } from "../../model/way.ts";
import { controlCharacterIn } from "../../text/control-characters.ts";

const id = "texts-have-no-control-characters";

/** What functions say is known when their words are: of the alerts. All else is looked at as it was written, by `writtenControlCharacters`. */
export const textsHaveNoControlCharacters: Check = {
  id,
  why: "A control character in a comment makes the whole file unreadable for Prometheus, and in a terminal it can hide what stands there. Half of a character cannot be written to a file at all.",
  source: "https://yaml.org/spec/1.2.2/#51-character-set",
  wrong: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  summary: ({ value }) => \`\\u0007 \${value} of them\`,
});
`,
  right: `
export const ManyOrders = alert({
  ...rest,
  expr: orderRate.gt(5),
  summary: ({ value }) => \`\${value} of them\`,
});
`,
  suppressible: false,
  *find({ alerts }: Model): Iterable<Finding> {
    for (const { name, annotations, place } of alerts) {
      for (const [word, text = ""] of Object.entries(annotations)) {
        const wrong = whyUnwritable(text, () => [word]);
        if (wrong)
          yield { definition: { place }, message: `alert "${name}": ${word} ${wrong.what}`, fix: wrong.fix };
      }
    }
  },
};

/** The same for all that is written as text. */
export const writtenControlCharacters: Finder<Definitions> = {
  id,
  *find(definitions: Definitions): Iterable<Finding> {
    for (const { value, owner, way, place } of authoredValues(definitions)) {
      const wrong = typeof value === "string" ? whyUnwritable(value, () => stepsOf(way)) : undefined;
      if (wrong === undefined) continue;
      const definition = { place };
      yield {
        definition,
        message: `${owner}: ${stepsOf(way).join(".")} ${wrong.what}`,
        fix: wrong.fix,
        cause: String(value),
      };
    }
  },
};

/** What stands in one line of a file or of a message, and what is an address. */
const ofOneLine: ReadonlySet<string> = new Set(
  (
    "name id uid job title owner component folder unit targets targetLabels labels hosts url smarthost from user to channel " +
    "docsUrl externalUrls externalLabels image hostAlias adminUser logFolder files dataset tags indexPrefix groupBy equal path"
  ).split(" "),
);

function whyUnwritable(
  text: string,
  path: () => readonly string[],
): { readonly what: string; readonly fix: string } | undefined {
  const found = controlCharacterIn(text);
  if (found) {
    const what = `holds ${found.code}, ${found.what}`;
    return { what, fix: "take it out: nobody can see it, and programs refuse or misread it" };
  }
  if (!/[\n\t]/.test(text) || !path().some((key) => ofOneLine.has(key))) return undefined;
  const what = text.includes("\n") ? "holds a line break" : "holds a tab";
  return { what, fix: "write it on one line" };
}
