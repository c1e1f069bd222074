/** Sentences in the style and the words of a record of police governance that the shipped record does not have. */
export const INVENTED: readonly string[] = [
  'The Chief Constable told the Panel that every station in the county would be closed by the end of the financial year.',
  'The Commissioner advised that the force helicopter had been sold to a private operator in Essex.',
  'The Chairman asked whether the Commissioner would resign if the precept were not supported by the Panel.',
  'Members noted that the number of mounted officers had doubled since the previous report was published.',
  'The CE reported that the office would move to new premises in Dover before the election.',
  'The DCC said that body worn video had been withdrawn from all frontline officers after a data breach.',
  'The Panel resolved to write to the Home Secretary about the funding of speed cameras on the motorway.',
  'A Member asked why the Force had cancelled its contract for police dogs without consulting residents.',
  'The Commissioner explained that the drone programme had been paused because of complaints from farmers.',
  'The CFO confirmed that reserves would be spent entirely on a new custody suite at Gravesend.',
  'The Commissioner agreed to bring a report on rural crime to every meeting until the summer of next year.',
  'The Vice-Chairman congratulated officers on reducing shoplifting in Canterbury to its lowest level on record.',
  'The Chief Constable said that neighbourhood policing had been abandoned in three districts for want of staff.',
  'The Panel heard that victims of fraud waited on average nine weeks before they were first contacted.',
  'The Commissioner reported that all special constables would in future be paid for their time.',
  'It was agreed that the annual report be withdrawn and that a corrected version be brought to the Panel.',
]

/** What the shipped record says, in other words. */
export const PARAPHRASED: readonly string[] = [
  'Roughly one person a week dies on Kent\u2019s roads, the Commissioner told members of the Panel.',
  'The Chief Constable promised that new recruits would be sent to local teams as soon as their training ended.',
  'Councillors wanted to know how the money raised from council tax had been spent on extra officers.',
  'The Panel backed the plan to raise the policing share of the council tax for the coming year.',
  'The Commissioner admitted that people wait far too long for their 101 calls to be picked up.',
  'Officers were praised for the way that they had handled protests and the traffic at the port.',
  'The Panel decided to approve the nominee for the chief constable post after questioning him.',
  'Figures show that burglary went down while violent offences were recorded more accurately.',
]
