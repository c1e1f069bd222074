/** The whole numbers from one to twelve as words, in their order: British style writes out no larger ones. */
export const ONE_TO_TWELVE: readonly string[] =
  'one two three four five six seven eight nine ten eleven twelve'.split(' ')
