/** A URL as a container reaches it: `localhost` is the machine of the stack, which has another name there. */
export function reachable(url: string, localhost: string): string {
  return url.replace(/^(https?:\/\/)localhost(?=[:/]|$)/, `$1${localhost}`);
}
