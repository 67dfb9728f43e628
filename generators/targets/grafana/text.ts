import type { PanelBuilder } from "@grafana/grafana-foundation-sdk/text";
import type { PanelModel } from "../../model/dashboard-model.ts";
import { sdk } from "./sdk.ts";

/** Words, as Markdown. */
export function textBuilder({ markdown = "" }: PanelModel): PanelBuilder {
  const { PanelBuilder, TextMode } = sdk.text();
  return new PanelBuilder().mode(TextMode.Markdown).content(markdown);
}
