/** A page of the service over the shipped documents, in one of the states that it can be in. */
export interface KnownPage {
  readonly name: string
  readonly path: string
  /** 200 where it is not given. */
  readonly status?: number
  /** Where the page is reached from `path` by a link: a selector of links, of which the first is followed. */
  readonly follow?: string
}

const PANEL = 'kent-and-medway-police-and-crime-panel'
const MINUTES = '/documents/2019-09-24-police-and-crime-panel-minutes'
const FIRST_HIT = '.app-hit__title a'
const ask = (question: string): string => encodeURIComponent(question)

/** Every kind of page, in every state. */
export const EVERY_PAGE: readonly KnownPage[] = [
  { name: 'start', path: '/' },

  { name: 'search, before', path: '/search' },
  { name: 'results', path: '/search?q=burglary' },
  { name: 'results with filters', path: '/search?q=knife+crime&role=Chief+Constable&from=2022&to=2022' },
  { name: 'results, second page', path: '/search?q=police&page=2' },
  { name: 'results, a page that is not there', path: '/search?q=police&page=9999' },
  { name: 'results with words missing', path: '/search?q=drones+over+burglery+precept' },
  { name: 'results of a query that does not parse', path: `/search?q=${ask('(knife OR "crime')}` },
  { name: 'results for a role and a person', path: '/search?q=what+Pughsley+said+as+chief+constable' },
  { name: 'nothing found', path: '/search?q=zzzzzz' },
  { name: 'nothing found under filters', path: '/search?q=zzzzzz&role=Chief+Constable&from=2022' },
  { name: 'nothing found of a long word', path: `/search?q=${'Pneumono'.repeat(30)}` },
  {
    name: 'a question answered',
    path: `/search?q=${ask('How many people are killed on roads in Kent every year?')}`,
  },
  {
    name: 'a question not in the record',
    path: `/search?q=${ask('What is the salary of the harbour master of Rotterdam?')}`,
  },
  { name: 'a bad parameter', path: '/search?q=a&from=soon', status: 400 },

  {
    name: 'an answer, explained',
    path: `/ask?q=${ask('On average how many people are killed on roads in Kent every year?')}`,
  },
  {
    name: 'an answer that is not in the record',
    path: `/ask?q=${ask('Why were the Membership changes rejected in September 2019?')}`,
  },
  {
    name: 'a best guess',
    path: `/ask?q=${ask('What does a police cadet earn in Margate?')}&minConfidence=0`,
  },
  {
    name: 'an answer under filters',
    path: `/ask?q=${ask('What did the Commissioner say about the VRU in March 2022?')}&kind=decision`,
  },
  { name: 'a premise', path: `/ask?q=${ask('Did the Panel reject the appointment of David Paul?')}` },
  { name: 'two questions', path: `/ask?q=${ask('Who was appointed Chief Constable? When does he start?')}` },
  { name: 'a question that is too long', path: `/ask?q=${'why+'.repeat(260)}`, status: 400 },

  { name: 'documents', path: '/documents' },
  { name: 'a document', path: MINUTES },
  { name: 'a document with a search', path: `${MINUTES}?q=officers` },
  { name: 'a document without a hit', path: `${MINUTES}?q=zebra&from=2019` },
  {
    name: 'what was understood of a document',
    path: '/documents/2024-12-18-police-and-crime-panel-agenda-pack/understood',
  },
  { name: 'no such document', path: '/documents/2019-09-24-police-and-crime-panel', status: 404 },
  { name: 'a paragraph', path: '/search?q=cadets+waiting+list', follow: FIRST_HIT },
  { name: 'passages like it', path: '/search?q=cadets+waiting+list', follow: '.app-hit a[href$="/similar"]' },
  {
    name: 'no such paragraph',
    path: '/paragraphs/2019-09-24-police-and-crime-panel-minutes.zzzzzzzz',
    status: 404,
  },

  { name: 'meetings', path: '/meetings' },
  { name: 'a meeting', path: `/meetings/${PANEL}-2019-09-24` },
  { name: 'a meeting without minutes', path: `/meetings/${PANEL}-2024-12-18` },
  { name: 'a meeting of a month', path: '/meetings/performance-and-delivery-board-2022-03' },
  { name: 'no such meeting', path: '/meetings/nothing', status: 404 },
  { name: 'bodies', path: '/bodies' },
  { name: 'a body', path: `/bodies/${PANEL}` },
  { name: 'people', path: '/people' },
  { name: 'a person', path: '/people/alan-pughsley' },
  { name: 'a person who is only listed', path: '/people/a-taylor' },
  { name: 'no such person', path: '/people/nobody-at-all', status: 404 },
  { name: 'roles', path: '/roles' },
  { name: 'a role', path: '/roles/chief-constable' },
  { name: 'topics', path: '/topics' },
  { name: 'a topic', path: '/topics/mental-health' },
  { name: 'short forms', path: '/acronyms' },

  { name: 'commitments', path: '/commitments' },
  { name: 'commitments, narrowed', path: '/commitments?state=open&q=update&sort=due&asOf=2024-12-18' },
  { name: 'commitments, none left', path: '/commitments?q=zebra' },
  { name: 'a commitment', path: '/commitments', follow: FIRST_HIT },
  { name: 'decisions', path: '/decisions?kind=noted' },
  { name: 'a decision', path: '/decisions', follow: FIRST_HIT },
  { name: 'questions', path: '/questions?reply=elsewhere' },
  { name: 'a question', path: '/questions', follow: FIRST_HIT },
  { name: 'reports asked for', path: '/requests' },
  { name: 'a report asked for', path: '/requests', follow: FIRST_HIT },
  { name: 'figures', path: '/figures?points=several' },
  { name: 'a figure', path: '/figures?points=several', follow: FIRST_HIT },
  { name: 'no such commitment', path: '/commitments/nothing', status: 404 },
  { name: 'a list with a bad day', path: '/commitments?asOf=soon', status: 400 },
  { name: 'last mention, before', path: '/silence' },
  { name: 'last mention', path: `/silence?q=cannabis&body=${PANEL}` },
  { name: 'never mentioned', path: '/silence?q=zebra+crossing' },

  { name: 'check, before', path: '/check' },
  ...Object.entries({
    'a quotation word for word':
      'On average 52 people are killed [every year] … many more suffer life changing injuries',
    'a quotation that was altered':
      "On average 53 people are not killed on Kent's roads every year, said the Mayor of Margate",
    'a quotation that is not in the record': 'The force helicopter had been sold to a farmer in Essex',
  }).map(([name, quote]) => ({ name, path: `/check?quote=${ask(quote)}` })),
  {
    name: 'a quotation of another speaker',
    path: '/check?quote=on+average+52+people+are+killed+on+Kent%27s+roads+every+year&saidBy=Chief+Constable',
  },
  {
    name: 'a quotation of another day',
    path: '/check?quote=on+average+52+people+are+killed+on+Kent%27s+roads+every+year&date=2017',
  },
  { name: 'a quotation that is too short, of no day', path: '/check?quote=too+short&date=soon', status: 400 },

  { name: 'how answers are made', path: '/how-answers-are-made' },
  { name: 'accessibility statement', path: '/accessibility' },
  { name: 'privacy', path: '/privacy' },
  { name: 'not found', path: '/nothing', status: 404 },
]
