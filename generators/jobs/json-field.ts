/** One field of a JSON endpoint that becomes a series, or one for each object of a list. */
export interface JsonFieldModel {
  /** Path in the answer, or in an object of the list: `memory.static_memory_usage`. */
  readonly path: string;
  readonly metric: string;
  readonly type: "gauge" | "counter";
  readonly help: string;
  /** Labels of this series, such as `{ type: "static" }`. */
  readonly labels: Readonly<Record<string, string>>;
  /** Of a text: the label that it becomes, of a series that is 1. */
  readonly textLabel?: string;
  /** Of a text: what it is in the sample. */
  readonly sampleText?: string;
  /** Set where there is one for each object of a list. */
  readonly each?: JsonList;
}

export interface JsonList {
  /** The path of the list. */
  readonly list: string;
  /** The labels that tell its objects apart, each with the path of the field that is its value. */
  readonly labels: Readonly<Record<string, string>>;
}

/** As messages have it: `queues[*].length`. */
export function wholePath({ path, each }: Pick<JsonFieldModel, "path" | "each">): string {
  return each ? `${each.list}[*].${path}` : path;
}
