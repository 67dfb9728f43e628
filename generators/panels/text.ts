import * as z from "zod";
import { closed, oneOf, text as someText } from "../schema.ts";
import type { PanelKind } from "./panel.ts";
import { sdk } from "./sdk.ts";

/** Words, as Markdown. */
export const text: PanelKind<"text"> = {
  word: "text",
  plugin: "text",
  // A heading and two lines.
  size: { width: 24, height: 3 },
  queries: undefined,
  thresholds: false,
  own: ({ markdown }) => ({ markdown }),
  shape: z.object({ markdown: z.string() }),
  build({ own: { markdown } }) {
    const { PanelBuilder, TextMode } = sdk.text();
    return new PanelBuilder().mode(TextMode.Markdown).content(markdown);
  },
  schema: { options: closed({ mode: oneOf("markdown"), content: someText }), custom: undefined },
  mistakes: () => [],
  adds: () => undefined,
  texts: ({ own: { markdown } }) => ({ markdown }),
  guide: () => "text",
};
