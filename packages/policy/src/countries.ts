/** Members of the European Economic Area, ISO 3166-1 alpha-2: the 27 of the Union, Iceland, Liechtenstein and Norway. */
const members: ReadonlySet<string> = new Set(
  (
    'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK ' + // the Union
    'IS LI NO'
  ).split(' '),
)

interface AdequacyDecision {
  /** The Commission's decision (GDPR art. 45(3)). */
  readonly decision: string
  /** Whom it covers, where that isn't everybody there: then it has to be said of a recipient that it is covered. */
  readonly only?: 'commercial organisations' | 'certified organisations'
}

/** Countries whose protection the Commission has found adequate. Data, so that a new decision is a change of data. */
const adequate: Readonly<Record<string, AdequacyDecision>> = {
  AD: { decision: '2010/625/EU' },
  AR: { decision: '2003/490/EC' },
  CA: { decision: '2002/2/EC', only: 'commercial organisations' },
  CH: { decision: '2000/518/EC' },
  FO: { decision: '2010/146/EU' },
  GB: { decision: '(EU) 2021/1772' },
  GG: { decision: '2003/821/EC' },
  IL: { decision: '2011/61/EU' },
  IM: { decision: '2004/411/EC' },
  JE: { decision: '2008/393/EC' },
  JP: { decision: '(EU) 2019/419' },
  KR: { decision: '(EU) 2022/254' },
  NZ: { decision: '2013/65/EU' },
  US: { decision: '(EU) 2023/1795', only: 'certified organisations' },
  UY: { decision: '2012/484/EU' },
}

/** Whether a country is a member; `EEA` itself stands for where nobody says which. */
export function isInEea(country: string): boolean {
  return country === 'EEA' || members.has(country)
}

/** The decision by which a country outside the EEA counts as safe; null where there is none. */
export function adequacyOf(country: string): AdequacyDecision | null {
  return Object.hasOwn(adequate, country) ? (adequate[country] ?? null) : null
}

/** Whether a country is among those that a policy keeps data in; `EEA` stands for its members. */
export function isWithin(regions: readonly string[], country: string): boolean {
  return regions.includes(country) || (regions.includes('EEA') && isInEea(country))
}
