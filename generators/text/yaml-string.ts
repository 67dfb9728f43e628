/** A string behind a key or a dash; the further lines of a block are indented so far. */
export function stringInYaml(value: string, indent: string): string {
  if (needsEscapes(value)) return escaped(value);
  if (value.includes("\n")) return losesSpaceInBlock.test(value) ? escaped(value) : block(value, indent);
  return isPlain(value) ? value : quoted(value);
}

/** A string as a key, which is one line, of a map that is indented so far. */
export function keyInYaml(key: string, indent: string): string {
  if (needsEscapes(key) || key.includes("\n")) return escaped(key);
  return isPlain(key) && !(indent === "" && documentMark.test(key)) ? key : quoted(key);
}

/** A string that is a whole file. */
export function fileOfString(value: string): string {
  // A block there has no indentation from which the one of its first line could be counted.
  if (value.startsWith(" ") && value.includes("\n")) return escaped(value);
  const inYaml = stringInYaml(value, documentMark.test(value) ? "  " : "");
  return inYaml === value && documentMark.test(value) ? block(value, "  ") : inYaml;
}

const beyondPrintableAscii = /[^\n -~]/;
/** What readers refuse, drop or cannot show unless it is escaped: controls, odd line ends, byte order marks. */
const mustBeEscaped = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/u;

function needsEscapes(value: string): boolean {
  return beyondPrintableAscii.test(value) && mustBeEscaped.test(value);
}

/** Space at a place where a block would hide it; at the start of a line with words an indentation indicator keeps it. */
const losesSpaceInBlock = /^(?! *\S)|[ ]\n|[ ]$|\n\n$/;
/** At the start of a line it begins a document or ends it. */
const documentMark = /^(?:%|---|\.\.\.)/m;

/** What has a meaning in YAML: at the start, before a space, behind one, at the end. */
const indicator = /^[ ,[\]{}#&*!|>'"%@`]|^[?-](?: |$)|: | #|[ :]$/;
/** What readers of 1.1 or 1.2 take for nothing, yes or no, or for a merge of maps. */
const wordWithMeaning =
  /^(?:~|null|Null|NULL|[yYnN]|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|true|True|TRUE|false|False|FALSE|<<|=)?$/;
/** Numbers and dates begin so; no other string is looked at for one. */
const startOfNumber = /^[-+.\deE]/;
/** In any base, with a point or an exponent, infinite or none, and hours or degrees with minutes and seconds. */
const number =
  /^(?![-+]?$)[-+]?(?:0[xX][\da-fA-F]*|0[oO][0-7]*|0[bB][01]*|\d*\.?\d*(?:[eE][-+]?\d+)?|\d+(?::[0-5]?\d)+(?:\.\d*)?|\.(?:inf|Inf|INF|nan|NaN|NAN))$/;
const date =
  /^\d{4}-\d{1,2}-\d{1,2}(?:(?:[tT]| +)\d{1,2}:\d{1,2}:\d{1,2}(?:\.\d+)?(?: *(?:Z|[-+][012]?\d(?::\d{2})?))?)?$/;

/** Whether readers of YAML 1.1 and of 1.2 take a line for the string that it is. */
function isPlain(line: string): boolean {
  if (indicator.test(line) || wordWithMeaning.test(line)) return false;
  if (!startOfNumber.test(line)) return true;
  // Readers leave out what groups the digits of a number, wherever it stands.
  return !number.test(line.replaceAll("_", "")) && !date.test(line);
}

/** One line whose characters can all be shown. */
function quoted(line: string): string {
  return line.includes('"') && !line.includes("'") ? `'${line}'` : JSON.stringify(line);
}

/** A JSON string is a double-quoted YAML string; what JSON leaves bare but YAML readers refuse is escaped here. */
function escaped(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function block(value: string, indent: string): string {
  const ends = value.endsWith("\n");
  const lines = (ends ? value.slice(0, -1) : value).replaceAll(/\n+/g, `$&${indent}`);
  return `|${value.startsWith(" ") ? "2" : ""}${ends ? "" : "-"}\n${indent}${lines}`;
}
