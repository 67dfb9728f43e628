import { type Said, Unsayable } from "./said.ts";
import { calling } from "./word-code.ts";

/** The expression as one that can be calculated with: a counter as it is, a condition as the series for which it holds. */
export function asVector(said: Said): Said {
  switch (said.kind) {
    case "gauge":
    case "vector":
      return said;
    case "counter":
      return { ...said, kind: "vector", code: calling(said.code, "raw") };
    case "condition":
      return { ...said, kind: "vector", code: calling(said.code, "series") };
    case "bucket rates":
      return { ...said, kind: "vector", code: calling(said.code, "asVector") };
    case "buckets":
      throw new Unsayable("buckets", "take their growth first");
    case "scalar":
      throw new Unsayable("operand", "one number for all series");
  }
}

/** The same with a unit that goes with any, where it has another one. */
export function inNoUnit(said: Said): Said {
  if (said.unit === "none") return said;
  const vector = asVector(said);
  return { ...vector, unit: "none", code: calling(vector.code, "as", { kind: "text", value: "none" }) };
}
