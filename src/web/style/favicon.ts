/** A paragraph sign on a sheet. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1d3a56"/><path d="M20.5 7v18M16 7v18M22.5 7H14a5 5 0 0 0 0 10h2" fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/></svg>`
