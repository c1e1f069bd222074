import { clerkExamples } from './clerkExamples.ts'
import { councillorExamples } from './councillorExamples.ts'
import type { Example, ExampleGround, MakeExample } from './example.ts'
import { journalistExamples } from './journalistExamples.ts'

export const USERS = ['councillor', 'journalist', 'clerk'] as const
export type User = (typeof USERS)[number]

/** A few for each kind of user; fewer, or none, where the collection has no ground for them. */
export type Examples = Readonly<Record<User, readonly Example[]>>

/** In the order in which they are wanted: later ones take the place of those that have no ground. */
const EXAMPLES_OF: Readonly<Record<User, readonly MakeExample[]>> = {
  councillor: councillorExamples,
  journalist: journalistExamples,
  clerk: clerkExamples,
}

const MOST_EXAMPLES = 3

export async function examplesOf(ground: ExampleGround): Promise<Examples> {
  return {
    councillor: await firstExamples('councillor', ground),
    journalist: await firstExamples('journalist', ground),
    clerk: await firstExamples('clerk', ground),
  }
}

async function firstExamples(user: User, ground: ExampleGround): Promise<readonly Example[]> {
  const examples: Example[] = []
  for (const make of EXAMPLES_OF[user]) {
    const example = await make(ground)
    if (example !== null) examples.push(example)
    if (examples.length === MOST_EXAMPLES) break
  }
  return examples
}
