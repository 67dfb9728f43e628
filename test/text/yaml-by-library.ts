import { Scalar, stringify } from "yaml";
import type { ScalarTag, Tags } from "yaml";
import { stringifyString, stringTag } from "yaml/util";
import { withoutUndefined } from "../../generators/text/json.ts";

/** Plain data as the library prints it, told to write as printYaml does: what printYaml is held against. */
export function printByLibrary(value: unknown): string {
  return stringify(value, (_key: unknown, item: unknown) => withoutUndefined(item), layout);
}

const text: ScalarTag = {
  ...stringTag,
  stringify(item, context, onComment, onChompKeep) {
    const value = String(item.value);
    const style = styleOf(value);
    // A block at the root of a file has no indentation from which the one of its first line could be counted.
    const isRoot = context.indent === "" && value.startsWith(" ");
    const inLine = context.implicitKey === true || context.inFlow === true || isRoot;
    if (style === "quoted" || (style === "block" && inLine)) return quote(value);
    if (style === "block") item.type = Scalar.BLOCK_LITERAL;
    // "actualString" has the library look whether the bare string would be read as a number, a date, a boolean.
    return stringifyString(item, { ...context, actualString: true }, onComment, onChompKeep);
  },
};

const layout = {
  // Go's and Python's readers follow 1.1, where yes, 1_000 and 22:00 are no strings; 0o17 is one only there.
  version: "1.1",
  compat: "core",
  // Without these two, long PromQL is folded, and a shared object becomes an anchor, which Prometheus < 3.3 refuses.
  lineWidth: 0,
  aliasDuplicateObjects: false,
  // The merge tag would write the key "<<" bare.
  customTags: (tags: Tags): Tags =>
    tags.flatMap((tag) => (tagIs(tag, "str") ? [text] : tagIs(tag, "merge") ? [] : [tag])),
} as const;

function tagIs(tag: Tags[number], name: string): boolean {
  return typeof tag === "object" && tag.tag === `tag:yaml.org,2002:${name}`;
}

/** What readers refuse, drop or cannot show unless it is escaped: controls, odd line ends, byte order marks. */
const mustBeEscaped = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/u;
/** Plain strings that mean something else to readers of 1.1, and that the library writes plain. */
const mustBeQuoted = /^(?:<<|=)$/;
/** Space at a place where a block would hide it; at the start of a line with words an indentation indicator keeps it. */
const losesSpaceInBlock = /^(?! *\S)|[ ]\n|[ ]$|\n\n$/;

function styleOf(value: string): "quoted" | "block" | "by the library" {
  if (mustBeEscaped.test(value) || mustBeQuoted.test(value)) return "quoted";
  if (!value.includes("\n")) return "by the library";
  return losesSpaceInBlock.test(value) ? "quoted" : "block";
}

/** A JSON string is a double-quoted YAML string; what JSON leaves bare but YAML readers refuse is escaped here. */
function quote(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
