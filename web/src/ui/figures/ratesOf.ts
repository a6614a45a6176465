/** Whose rates a sum is reckoned by. */
export const ratesOf = (people: number) => people === 0 ? 'at the rate of the terms, since nobody works here yet'
  : people === 1 ? 'at the rate the one person who works here accepted' : `at the rates the ${people} people who work here accepted`
