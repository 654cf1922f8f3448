/** Characters that the server wants at least; the form says so before it is sent. */
export const shortestPassword = 12;
