import type { Model } from "./model/model.ts";

/** Path under `out/`, with `/`, to the text of the file. */
export type Files = Readonly<Record<string, string>>;

/** An output turns the model into files; it never fails: what could be wrong is found by a check before. */
export type Output<M extends Model = Model> = (model: M) => Files;
