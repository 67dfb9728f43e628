import { centred, type PanelDrawing } from "./panel-view.ts";

/** Only Grafana knows how it looks: what is drawn says so. */
export const drawRaw: PanelDrawing<"raw"> = ({ panel, box }) => [
  centred(`drawn by Grafana: ${panel.own.json.type}`, box, "muted"),
];
