const tower = 'M5 3h6v20h16v6H5z'
const light = 'M14 6.5 27 3v13L14 11z'

/** The favicon: the sign on its petrol, readable on light and dark tabs. Colours are the tokens `--lw-band` and `--lw-beacon`; a file of its own knows no tokens. */
export const brandSvg =
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 40 40"><rect x="-4" y="-4" width="40" height="40" rx="6" fill="#003041"/>` +
  `<path fill="#fff" d="${tower}"/><path fill="#ffb53a" d="${light}"/></svg>`

export interface BrandProps {
  href: string
  /** Public pages add the operator's name below the word. */
  operator?: string | undefined
}

/** Sign and word, leading to the start. Part of the frames. */
export const Brand = ({ href, operator }: BrandProps) => (
  <a class="lw-brand" href={href}>
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path class="lw-brand__tower" d={tower} />
      <path class="lw-brand__light" d={light} />
    </svg>
    <span>
      <span class="lw-brand__word">Lotsenwerk</span>
      {operator && <span class="lw-brand__operator"> {operator}</span>}
    </span>
  </a>
)
