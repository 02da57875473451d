// How much may be asked of one sending of many mails. Beyond these it is a mistake, or a test of a kind that needs other tools.
export const mostMails = 1_000_000
export const mostConnections = 1000
export const mostInFlight = 10_000
/** Mails a second: less than once an hour would be a mistake. */
export const leastRate = 1 / 3600
export const mostRate = 999_999
/** The window's log shows the sessions of so many mails; nobody reads those of more, and each line would be kept. */
export const mostLoggedMails = 20
