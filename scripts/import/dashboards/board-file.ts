import type { InputPanel, InputVariable } from "../../../generators/import/dashboards/input-dashboard.ts";
import type { WrittenFile } from "../../new/written-files.ts";

/** A file of a dashboard, with the line at which each of its parts begins; behind the last one stands the dashboard itself. */
export interface BoardFile extends WrittenFile {
  readonly parts: readonly { readonly line: number; readonly part: InputPanel | InputVariable | undefined }[];
}
