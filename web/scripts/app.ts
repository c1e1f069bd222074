// The one script of the pages: what they can do without it, it makes easier.

import { completeQueries } from './completeQueries.ts'
import { copyCitations } from './copyCitations.ts'
import { dismissMeanings } from './dismissMeanings.ts'
import { stepThroughHits } from './stepThroughHits.ts'

completeQueries()
copyCitations()
dismissMeanings()
stepThroughHits()
