import { termsOfWord } from '../../indexer/analysis/terms.ts'

/** Words of one sense: readers ask in the everyday ones, minutes are written in the others. */
export const KINDRED: readonly string[] = [
  'cost price value worth expense fee charge spend expenditure paid pay payment',
  'press newspaper media journalist publicity',
  'reply respond response answer feedback submission',
  'kill death die fatal fatality fatalities',
  'hire recruit appoint employ recruitment appointment',
  'job post vacancy role position',
  'pay salary remuneration wage allowance',
  'buy purchase acquire acquisition bought',
  'sell sold sale dispose disposal',
  'build built construct construction erect',
  'fix repair mend maintain maintenance remedial upgrade refurbish resurface restoration',
  'end finish complete conclude completion',
  'begin start commence commencement launch go-live',
  'house home dwelling unit property residence housing accommodation',
  'road street carriageway route',
  'footpath pavement path walkway',
  'rubbish litter waste dumping refuse',
  'rise increase grow growth up rose higher',
  'fall decrease reduce decline drop fell reduction lower',
  'worry concern fear anxious apprehension',
  'angry dissatisfied disappointed unhappy disappointment dissatisfaction frustration',
  'money fund funding budget finance grant allocation',
  'worker staff employee personnel workforce crew',
  'help assist support aid assistance',
  'plan strategy programme scheme project initiative',
  'boss head chief director manager leader',
  'councillor member cllr elected',
  'bobby officer police constable garda guard gardai',
  'car vehicle motorist driver',
  'bike cycle bicycle cyclist cycling',
  'child children kid young youth minor juvenile teenager',
  'old elderly older pensioner',
  'poor deprived disadvantaged deprivation',
  'shop retail trader business retailer',
  'theft steal stolen burglary rob robbery',
  'drunk alcohol drink',
  'visit tour tourist visitor tourism',
  'rent let lease tenancy tenant',
  'owner landlord landowner',
  'empty vacant derelict disused vacancy dereliction',
  'crash accident collision',
  'light lamp lighting',
  'ask request call seek query enquire',
  'refuse reject decline oppose turn object',
  'agree accept approve adopt support back',
  'delay defer postpone late slow adjourn',
  'stop prevent cease prohibit ban halt',
  'allow permit permission consent',
  'check inspect inspection audit review examine investigate',
  'survey questionnaire consultation poll',
  'law legislation act bye-law byelaw regulation',
  'fine penalty notice prosecution',
  'website online internet web',
  'phone telephone call',
  'letter write correspondence wrote written',
  'yearly annual annually year',
  'bad poor unsatisfactory deficient',
  'show demonstrate indicate',
  'give provide supply deliver allocate',
  'need require necessary requirement',
  'get receive obtain secure',
  'move relocate transfer relocation',
  'share portion percentage proportion',
  'company firm contractor consultant consultants',
  'hold host held',
  'choose chosen select selected pick nominated nominate',
  'chair chairman chairperson cathaoirleach chaired mayor',
  'big large size area hectares acres',
  'long length duration',
  'town village',
  'work works working',
  'toilet wc sanitary convenience',
  'hospital health medical',
  'dog animal pet',
  'horse equine horses',
  'park green playground amenity',
  'join membership co-opted member',
  'leave left resign resignation retire depart',
  'homeless homelessness',
  'sea coast marine',
  'green climate environment environmental carbon',
]

const GROUPS_OF_TERM: ReadonlyMap<string, readonly number[]> = groupsOfTerms()

function groupsOfTerms(): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [group, words] of KINDRED.entries())
    for (const word of words.split(' '))
      for (const term of termsOfWord(word).slice(0, 1)) groups.set(term, [...(groups.get(term) ?? []), group])
  return groups
}

/** The groups of kindred words that a term is of. */
export function kindredGroups(term: string): readonly number[] {
  return GROUPS_OF_TERM.get(term) ?? []
}
