/** Where the team is: business hours go by this clock. */
export const location = "Europe/Berlin";
