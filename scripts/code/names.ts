import * as language from "../../generators/language/index.ts";

/** `ticketShop` of `ticket-shop`. */
export function camelCase(name: string): string {
  const [first = "", ...rest] = wordsOf(name);
  const camel = first + rest.map(capitalised).join("");
  return reserved.has(camel) || /^\d/.test(camel)
    ? `${/^\d/.test(camel) ? "the" : ""}${camel}Definitions`
    : camel;
}

/** `TicketShop` of `ticket-shop`. */
export function pascalCase(name: string): string {
  return wordsOf(name).map(capitalised).join("");
}

/** `waiting-room-full` of `WaitingRoomFull`. */
export function kebabCase(name: string): string {
  return wordsOf(name.replace(/([a-z0-9])(?=[A-Z])/g, "$1-").replace(/([A-Z])(?=[A-Z][a-z])/g, "$1-")).join(
    "-",
  );
}

/** `Ticket shop` of `ticket-shop`. */
export function titleOf(name: string): string {
  return capitalised(wordsOf(name).join(" "));
}

function wordsOf(name: string): string[] {
  return name
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Words of JavaScript, after which nothing can be named. */
const keywords: readonly string[] = (
  "await break case catch class const continue debugger default delete do else enum export extends false finally for function if " +
  "implements import in instanceof interface let new null package private protected public return static super switch this throw true " +
  "try typeof var void while with yield eval arguments"
).split(" ");

/** What the files that are written here import or export under these names, and what the language is called by. */
const reserved: ReadonlySet<string> = new Set([
  ...keywords,
  ...Object.keys(language),
  ...[
    "services",
    "definitions",
    "jobs",
    "recordings",
    "alerts",
    "dashboards",
    "slos",
    "overview",
    "sloAlerting",
  ],
]);

/** Whether a variable can have this name. */
export function isVariableName(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name) && !keywords.includes(name);
}
