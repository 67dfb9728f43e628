/** What somebody said of a new SLO. */
export interface SloWishes {
  readonly service?: string | undefined;
  readonly metric?: string | undefined;
  readonly job?: string | undefined;
  readonly title?: string | undefined;
  /** A metric of all events, of which the first one counts the bad ones. */
  readonly of?: string | undefined;
  readonly where?: string | undefined;
  readonly above?: string | undefined;
  readonly below?: string | undefined;
  readonly component?: string | undefined;
}
