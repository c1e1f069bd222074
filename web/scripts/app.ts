// The one script of the pages: what they can do without it, it makes easier.

import { completeQueries } from './completeQueries.ts'
import { stepThroughHits } from './stepThroughHits.ts'

completeQueries()
stepThroughHits()
