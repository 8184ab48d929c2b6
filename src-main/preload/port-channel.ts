/** The only channel between a page and the shell: a page asks on it and its port comes back on it. */
export const portChannel = 'onecard-port'
