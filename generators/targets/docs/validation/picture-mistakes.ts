import type { XmlElement, XmlMistake } from "./read-xml.ts";

/** What a picture may be made of: shapes and words. Nothing that could run, load or link to anything else is among them. */
const elements: ReadonlySet<string> = new Set([
  "circle",
  "defs",
  "desc",
  "g",
  "line",
  "path",
  "pattern",
  "rect",
  "style",
  "svg",
  "text",
  "title",
]);

/** The attributes that these need; of those that hold numbers the number is looked at too. */
const numbers: ReadonlySet<string> = new Set([
  "cx",
  "cy",
  "height",
  "r",
  "width",
  "x",
  "x1",
  "x2",
  "y",
  "y1",
  "y2",
]);
const words: ReadonlySet<string> = new Set([
  "aria-labelledby",
  "class",
  "d",
  "fill",
  "id",
  "patternUnits",
  "role",
  "text-anchor",
  "viewBox",
  "xmlns",
]);

const number = /^-?\d+(?:\.\d+)?$/;
const path = /^(?:[ML]-?\d+(?:\.\d+)? -?\d+(?:\.\d+)?)*$/;

/** What is wrong with a picture that is well-formed. */
export function pictureMistakes(root: XmlElement): XmlMistake[] {
  const all = everyElement(root);
  const ids = all.flatMap(({ attributes }) => attributes.get("id") ?? []);
  return [
    ...rootMistakes(root, new Set(ids)),
    ...all.flatMap((element) => elementMistakes(element, new Set(ids))),
    ...[...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) =>
      at(root, `two elements have the id ${id}`),
    ),
  ];
}

/** The element and everything in it. */
export function everyElement(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(everyElement)];
}

function rootMistakes(root: XmlElement, ids: ReadonlySet<string>): XmlMistake[] {
  const { attributes, children, name } = root;
  const { width, height } = { width: attributes.get("width"), height: attributes.get("height") };
  const labels = attributes.get("aria-labelledby")?.split(" ") ?? [];
  const has = (wanted: string) => children.some((child) => child.name === wanted && child.text.trim() !== "");
  return [
    ...(name === "svg" ? [] : [at(root, `the root is <${name}> instead of <svg>`)]),
    ...(attributes.get("xmlns") === "http://www.w3.org/2000/svg"
      ? []
      : [at(root, "it is not in the namespace of SVG")]),
    ...(attributes.get("viewBox") === `0 0 ${width} ${height}`
      ? []
      : [at(root, "its viewBox does not match its width and height")]),
    ...(attributes.get("role") === "img" ? [] : [at(root, 'it has no role="img"')]),
    ...(has("title") && has("desc") ? [] : [at(root, "it has no title or no description")]),
    ...(labels.length > 0 && labels.every((id) => ids.has(id))
      ? []
      : [at(root, "aria-labelledby names an id that does not exist")]),
  ];
}

function elementMistakes(element: XmlElement, ids: ReadonlySet<string>): XmlMistake[] {
  const { name, attributes, text } = element;
  if (!elements.has(name)) return [at(element, `<${name}> is not allowed in a picture`)];
  const style = name === "style" ? styleMistakes(element) : [];
  const isWord = name === "text" || name === "title" || name === "desc" || name === "style";
  return [
    ...style,
    ...(!isWord && text.trim() !== "" ? [at(element, `<${name}> has text in it: ${text.trim()}`)] : []),
    ...[...attributes].flatMap(([key, value]) => attributeMistakes(element, key, value, ids)),
  ];
}

function styleMistakes(element: XmlElement): XmlMistake[] {
  const strange = /@|url\s*\(|expression|\\/i.exec(element.text)?.[0];
  return strange === undefined
    ? []
    : [at(element, `its style has ${strange}; only colours and lines are allowed`)];
}

function attributeMistakes(
  element: XmlElement,
  key: string,
  value: string,
  ids: ReadonlySet<string>,
): XmlMistake[] {
  if (numbers.has(key)) return number.test(value) ? [] : [at(element, `${key}="${value}" is not a number`)];
  if (!words.has(key)) return [at(element, `the attribute ${key} is not allowed in a picture`)];
  if (key === "d" && !path.test(value)) return [at(element, `d="${value}" is not a line through points`)];
  if (key !== "fill")
    return /url\s*\(|script:/i.test(value) ? [at(element, `${key} points elsewhere: ${value}`)] : [];
  const id = /^url\(#([\w-]+)\)$/.exec(value)?.[1];
  return id !== undefined && ids.has(id)
    ? []
    : [at(element, `fill="${value}" is not a pattern of this picture`)];
}

function at({ line }: XmlElement, message: string): XmlMistake {
  return { line, message };
}
