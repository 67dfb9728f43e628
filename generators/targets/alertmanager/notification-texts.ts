import type { NotifierTexts } from "../../notifiers/notifier.ts";
import { textsOfSection } from "../../notifiers/of-receivers.ts";
import { entriesAt, itemsAt, textAt } from "../validation/untyped-data.ts";

/** A text in a receiver that Alertmanager renders. */
export interface TemplateText {
  readonly receiver: string;
  /** Its place in the receiver: `slack_configs[0].title`. */
  readonly key: string;
  readonly text: string;
  readonly type: "text" | "html";
  /** Whether it may be empty at times, as a list of resolved alerts is while there are none. */
  readonly optional: boolean;
  /** How many characters are accepted; undefined: any number, or Alertmanager truncates the text itself. */
  readonly limit: number | undefined;
}

/** Every text with a template in it of every receiver, in the order of alertmanager.yml. */
export function notificationTexts(config: unknown): TemplateText[] {
  return itemsAt(config, "receivers").flatMap((receiver) => {
    const name = textAt(receiver, "name") ?? "";
    return entriesAt(receiver).flatMap(([section, entries]) =>
      itemsAt(entries).flatMap((entry, index) =>
        textsIn(entry, []).map(([path, text]) => ({
          receiver: name,
          key: `${section}[${index}].${path}`,
          text,
          ...known(path, textsOfSection(section)),
        })),
      ),
    );
  });
}

function known(path: string, texts: NotifierTexts = { html: [], optional: [], limits: {} }) {
  return {
    type: texts.html.includes(path) ? ("html" as const) : ("text" as const),
    optional: texts.optional.includes(path),
    limit: texts.limits[path],
  };
}

/** The texts with a template below a value, each with the path to it: `actions[0].url`. */
function textsIn(value: unknown, path: readonly string[]): [path: string, text: string][] {
  if (typeof value === "string") return value.includes("{{") ? [[path.join("").slice(1), value]] : [];
  return entriesAt(value).flatMap(([name, item]) =>
    textsIn(item, [...path, Array.isArray(value) ? `[${name}]` : `.${name}`]),
  );
}
