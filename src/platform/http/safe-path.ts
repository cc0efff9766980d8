/** Only addresses on this server: everything else could lead somewhere else. */
export const safePath = (path: string | undefined, otherwise: string): string =>
  path && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : otherwise
