import type { Family } from "../../../generators/exposition/exposition.ts";
import { type GuessedUnit, guessedFromHelp, guessedFromName } from "./guessed-unit.ts";

/** Whether samples are 0 or 1, for no or yes; undefined where nothing says so. */
export function stateOf({ name, type, help, samples }: Family): GuessedUnit | undefined {
  if (type === "info" || type === "stateset") return { unit: "bool" };
  if (type === "counter" || samples.length === 0) return undefined;
  if (!samples.every(({ value }) => value === 0 || value === 1)) return undefined;
  if (saysSo.test(help) || isNamedSo.test(name)) return { unit: "bool" };
  if (amounts.some((word) => name.endsWith(`_${word}`))) return undefined;
  if (soundsSo.test(help)) return { unit: "bool", doubt: guessedFromHelp };
  return soundsNamedSo.test(name) ? { unit: "bool", doubt: guessedFromName } : undefined;
}

/** What ends the name of an amount, which happens to be 0 or 1. */
const amounts = "seconds bytes count number rate ratio cost factor size limit threshold".split(" ");

const saysSo =
  /\bwhether\b|\bbool(?:ean)?\b|^(?:1|one|0) (?:if|when|for)\b|\(?\b[01] (?:for|if|=|means)\b|[01]=/i;
const isNamedSo = /(?:^|_)(?:up|success|successful|enabled|healthy|info)$/;

/** What a switch does: `Logs each checkpoint`, `Enables row security`. */
const soundsSo =
  /^(?:enables?|disables?|allows?|forces?|logs?|collects?|checks?|continues?|prefers?|requires?|treats?|emits?|generates?|splits?|adds?|removes?|writes?|starts?|restarts?|runs?|uses?|is) /i;
const soundsNamedSo = /(?:^|_)(?:is|has|enable|allow|track|log)_|_(?:in_progress|readonly|read_only)$/;
