/** The title of an item of questions: there questions and answers count each in its own way. */
export const QUESTIONS_ITEM = /\bquestions?\b/i
