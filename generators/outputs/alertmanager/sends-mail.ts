import type { Receiver } from "../../language/receiver.ts";

/** Whether any receiver takes e-mail: without one the mail server and its password are not needed. */
export function sendsMail(receivers: readonly Receiver[]): boolean {
  return receivers.some(({ email = [] }) => email.length > 0);
}
