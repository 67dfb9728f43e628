import type { CallNode } from "../tree.ts";
import type { SteadyElement, SteadyValue } from "./steady-value.ts";

/** `label_replace` and `label_join`; undefined where a pattern is not understood. */
export function relabel({ name, args }: CallNode, value: SteadyValue | undefined): SteadyValue | undefined {
  if (value === undefined || typeof value === "number") return undefined;
  const words = args.slice(1).flatMap((arg) => (arg.kind === "string" ? [arg.value] : []));
  const [label = "", first = "", second = "", third = ""] = words;
  if (name === "label_join") {
    const sources = words.slice(2);
    return value.map((element) =>
      withLabel(element, label, sources.map((source) => element.labels[source] ?? "").join(first)),
    );
  }
  const pattern = patternOf(third);
  return pattern && value.map((element) => replaced(element, { label, to: first, from: second, pattern }));
}

interface Replacement {
  readonly label: string;
  readonly to: string;
  readonly from: string;
  readonly pattern: RegExp;
}

function replaced(element: SteadyElement, { label, to, from, pattern }: Replacement): SteadyElement {
  const match = pattern.exec(element.labels[from] ?? "");
  if (!match) return element;
  const text = to.replace(
    /\$(?:\{(\w+)\}|(\w+))/g,
    (_, braced: string | undefined, plain: string | undefined) => {
      const group = braced ?? plain ?? "";
      return (/^\d+$/.test(group) ? match[Number(group)] : match.groups?.[group]) ?? "";
    },
  );
  return withLabel(element, label, text);
}

function withLabel(element: SteadyElement, label: string, value: string): SteadyElement {
  const { [label]: _, ...others } = element.labels;
  return { ...element, labels: value === "" ? others : { ...others, [label]: value } };
}

function patternOf(text: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${text.replaceAll("(?P<", "(?<")})$`, "s");
  } catch {
    return undefined;
  }
}
