import type { SyntaxNode } from "@lezer/common";
import { unquote } from "../string-literal.ts";
import { type Inference, read, report } from "./inference.ts";

/** The text that a string literal stands for; what Prometheus refuses in it is reported. */
export function stringValue(inference: Inference, node: SyntaxNode): string {
  const value = unquote(read(inference, node));
  if (typeof value === "string") return value;
  report(inference, node, value.complaint);
  return "";
}
