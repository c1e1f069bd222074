/** Words too common in English prose to tell one paragraph from another. Not searched, unless a query has no other. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against all also although am an and any are aren't as at be became because been before
  being below between both but by can can't could couldn't did didn't do does doesn't doing don't down during each
  either else etc every few for from further had hadn't has hasn't have haven't having he her here hers herself him
  himself his how however i i'm if in into is isn't it it's its itself just let me might more most mr mrs ms must my
  myself no nor not now of off on once only or other otherwise ought our ours ourselves out over own per rather same
  shall she should shouldn't since so some such than that that's the their theirs them themselves then there
  therefore these they this those though through thus to too under until up upon us very was wasn't we were weren't
  what when where whether which while who whom whose why will with within without won't would wouldn't yet you your
  yours yourself`.split(/\s+/),
)
