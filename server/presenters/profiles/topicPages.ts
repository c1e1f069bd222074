import type { FigureEntry } from '../../../corpus/model/register.ts'
import { counted } from '../../counted.ts'
import type { Generation } from '../../generations.ts'
import { sentenceCase } from '../../labels.ts'
import { PATHS, pathTo, rolePath, withQuery } from '../../paths.ts'
import { entryAddress } from '../../register/listAddress.ts'
import { today } from '../../register/listRequest.ts'
import { isSeries } from '../../register/registerLists.ts'
import type { TopicProfile } from '../../profiles/profiles.ts'
import type { PageHead } from '../pageHead.ts'
import { figureTitle } from '../register/figureWords.ts'
import { presentSeriesChart } from '../register/seriesChart.ts'
import { presentCommitmentSection, presentEntrySection } from './entrySection.ts'
import { feedOf, findSaid, jsonOf, sharesOf } from './said.ts'

const MOST_ROLES = 6
const MOST_PEOPLE = 8
const MOST_SERIES = 3
/** Of the widest bar, in hundredths: what is there at all is seen. */
const LEAST_SHARE = 1

const TOPICS: PageHead = {
  title: 'Topics',
  description: 'What the record is about: every topic, with how much was said on it.',
  path: PATHS.topics,
  section: 'topics',
  crumbs: [],
  alternates: [jsonOf(PATHS.apiTopics)],
}

export function presentTopics({ profiles: { topics } }: Generation) {
  const most = topics[0]?.paragraphs ?? 1
  return {
    head: TOPICS,
    topics: topics.map(({ id, label, paragraphs }) => ({
      label: sentenceCase(label),
      href: pathTo('topic', id),
      paragraphs,
      share: Math.max(LEAST_SHARE, Math.round((100 * paragraphs) / most)),
    })),
  }
}

export async function presentTopic(topic: TopicProfile, generation: Generation) {
  const { label } = topic
  const filters = { topic: [label] }
  const of = `on ${label}`
  const [said, decisions, commitments] = await Promise.all([
    findSaid(generation, filters),
    presentEntrySection('decisions', 'What was decided', filters, of, generation),
    presentCommitmentSection('What was promised', filters, of, generation),
  ])
  return {
    head: headOf(topic),
    label,
    title: sentenceCase(label),
    feed: topicFeed(label),
    said,
    roles: sharesOf(said, 'role', MOST_ROLES, generation).map((share) => ({
      ...share,
      about: rolePath(share.value),
    })),
    people: sharesOf(said, 'person', MOST_PEOPLE, generation).map((share) => ({
      ...share,
      about: pathTo('person', share.value),
    })),
    decisions,
    commitments,
    figures: presentFigures(label, generation),
  }
}

function headOf({ id, label, paragraphs }: TopicProfile): PageHead {
  return {
    title: sentenceCase(label),
    description: `What the record has on ${label}: ${counted(paragraphs, 'paragraph')} by year and by speaker, what was decided, and what is still open.`,
    path: pathTo('topic', id),
    section: 'topics',
    crumbs: [{ label: 'Topics', href: PATHS.topics }],
    alternates: [topicFeed(label), jsonOf(pathTo('apiTopic', id))],
  }
}

const topicFeed = (label: string) => feedOf({ topic: [label] }, `on ${label}`)

/** The series with the most values that a chart can show. */
function presentFigures(label: string, { register, entriesByValue }: Generation) {
  const { figures } = register.lists
  const day = today()
  const onTopic = entriesByValue.figures.get('topic')?.get(label) ?? []
  const onRecord = onTopic
    .map((entry) => figures.asOf(entry, day))
    .filter((entry): entry is FigureEntry => entry !== null)
  const series = onRecord.filter(isSeries).sort((a, b) => b.points.length - a.points.length)
  return {
    shown: series
      .flatMap((entry) => {
        const chart = presentSeriesChart(entry)
        return chart
          ? [
              {
                id: entry.id,
                title: figureTitle(entry),
                values: entry.points.length,
                href: entryAddress('figures', entry.id),
                chart,
              },
            ]
          : []
      })
      .slice(0, MOST_SERIES),
    total: onRecord.length,
    href: withQuery(PATHS.figures, { topic: label }),
  }
}
