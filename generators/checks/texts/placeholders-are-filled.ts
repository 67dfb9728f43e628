import type { Allowing } from "../../definition.ts";
import { type Check, type Finding, suppressing } from "../../check.ts";
import type { Model } from "../../model/model.ts";
import { deployedStrings } from "../reading/deployed-strings.ts";
import { placeholderIn, type Placeholder, type TextKind } from "../reading/placeholder.ts";

const id = "placeholders-are-filled";

/** Nothing is deployed that a template, an example or a hurried author left open. */
export const placeholdersAreFilled: Check = {
  id,
  why: "Nobody answers at example.com, and a note to fill something in later helps nobody. Both come from a template that was not filled in, and are noticed only when somebody needs them.",
  source: "https://www.rfc-editor.org/rfc/rfc2606",
  wrong: `
export const till = scrapeJob("shop-till", {
  description: "The till.",
  targets: ["till.example.com:8081"],
});
`,
  right: `
export const till = scrapeJob("shop-till", {
  description: "The till.",
  targets: ["till.internal:8081"],
});
`,
  *find(model: Model): Iterable<Finding> {
    const reported = new Map<Allowing, string[]>();
    const placeholder = rememberedByText();
    for (const { definition, path, text } of deployedStrings(model)) {
      const found = placeholder(text, kindOf(path));
      const earlier = reported.get(definition) ?? [];
      // What is made of an SLO repeats its words.
      if (!found || earlier.some((one) => text.includes(one))) continue;
      reported.set(definition, [...earlier, text]);
      yield { definition, ...complaint(where(path), found, text) };
    }
  },
};

/** Most texts are names and units that stand in many definitions: each is looked through once. */
function rememberedByText(): typeof placeholderIn {
  const known: Readonly<Record<TextKind, Map<string, Placeholder | undefined>>> = {
    data: new Map(),
    fact: new Map(),
    instruction: new Map(),
  };
  return (text, kind) => {
    const ofKind = known[kind];
    if (!ofKind.has(text)) ofKind.set(text, placeholderIn(text, kind));
    return ofKind.get(text);
  };
}

function complaint(
  what: string,
  { found, kind }: Placeholder,
  text: string,
): Pick<Finding, "message" | "fix" | "texts"> {
  const asked = withQuestion(found, text);
  const texts = [text, ...text.split("\n").filter((line) => line.includes(found)), asked, found];
  return kind === "name for examples"
    ? {
        texts,
        message: `${what} still has ${found}, a name reserved for examples`,
        fix: `write the real name, or ${suppressing(id)}`,
      }
    : {
        texts,
        message: `${what} still says "${asked}"`,
        fix: `fill it in, or ${suppressing(id)}`,
      };
}

/** What is to be filled in, where the text says so: a word that was left open, a colon and a question. */
function withQuestion(found: string, text: string): string {
  if (!text.startsWith(`${found}: `)) return found;
  const question = /^[^?]{1,200}\?/.exec(text.replace(/\s+/g, " "));
  return question === null ? found : question[0];
}

/** As the author wrote it: the annotations of an alert are its words, and of a target there is but the address. */
function where(path: readonly string[]): string {
  const own = path[0] === "annotations" ? path.slice(1) : path;
  return own.filter((key) => key !== "written").join(".");
}

/** What kind of text the parts of definitions hold; of the rest it is taken that programs read it. */
const kinds: ReadonlyMap<string, TextKind> = new Map([
  // Whatever is in these, be it called `title`.
  ...keysOf(
    "data",
    "labels targetLabels externalLabels match source target valueNames columns containers fields expr",
  ),
  ...keysOf(
    "fact",
    "title description owner summary impact help unused groupUnused response purpose emptyMeans reason indicator",
  ),
  ...keysOf(
    "fact",
    "channel to smarthost from user docsUrl externalUrls url written default adminUser hosts hostAlias",
  ),
  ...keysOf("instruction", "actions asks means causes pattern markdown"),
]);

function keysOf(kind: TextKind, keys: string): (readonly [string, TextKind])[] {
  return keys.split(" ").map((key) => [key, kind]);
}

function kindOf(path: readonly string[]): TextKind {
  return path.map((key) => kinds.get(key)).find((kind) => kind !== undefined) ?? "data";
}
