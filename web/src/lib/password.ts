/** As the server asks for; said before it is sent. */
export const leastPassword = 12
