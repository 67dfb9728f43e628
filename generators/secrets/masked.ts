import { secretsInText } from "./secrets-in-text.ts";

/** Stands in a message where a secret stood. */
const mask = "…";

/**
 * A text that may quote what an author wrote, without what looks like a secret in it. Everything that prints one goes through here:
 * a message is copied into tickets, and stands in the log of a build.
 */
export function masked(text: string): string {
  let rest = text;
  for (const { index, value } of secretsInText(text).reverse())
    rest = rest.slice(0, index) + mask + rest.slice(index + value.length);
  return rest.replace(beforeHost, (_all, user: string) => `${user}${mask}@`).replace(beforePort, `${mask}@`);
}

/**
 * A user's name and password before a host, in an address without a scheme or a port: too little to accuse anybody, enough not to
 * print it. An image has the sum of its content there.
 */
const beforeHost = /((?<![\w/])[\w.-]+:)(?!\/\/)[^\s:@"'`…]+@(?!sha\d)(?=[\w[])/g;

/** The same alone, before a host and a port: `token@host:8000`. */
const beforePort = /(?<![\w./:@-])[^\s:/@"'`…()<>]+@(?!sha\d)(?=[\w.-]+:\d{2,5}\b)/g;
