import type { ContainerName } from "../../../language/compose.ts";
import type { ServiceModel } from "../../../model/model.ts";
import type { FlowchartNode } from "../../../text/mermaid.ts";

/** Something in the picture of the architecture, known by its key. */
export interface Station extends Pick<FlowchartNode, "shape" | "lines"> {
  readonly key: string;
}

/** The way that data goes, with the words that stand on it. */
export interface Arrow {
  readonly from: Station;
  readonly to: Station;
  readonly words: readonly string[];
}

/** A program of the stack. */
export function containerStation(name: ContainerName): Station {
  return { key: `container ${name}`, shape: "box", lines: [name] };
}

/** A service that is monitored. */
export function serviceStation({ name, title }: Pick<ServiceModel, "name" | "title">): Station {
  return { key: `service ${name}`, shape: "round", lines: [title] };
}
