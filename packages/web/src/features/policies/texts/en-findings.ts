import type { Explanations } from './explanation.ts'

export const enFindings: Explanations = {
  'profile.syntax': {
    wrong: 'The file can’t be read here: it isn’t YAML, or it uses something that policies don’t have.',
    why: 'What can’t be read can’t be checked, so nothing of this policy was judged.',
    mend: 'Look at this line and the one above it for indentation, quotation marks and brackets. Each name stands once, and anchors (&, *) are not used.',
  },
  'profile.too-large': {
    wrong: 'The file is larger than a policy can be.',
    why: 'A policy is read by people. Ten times the longest one that is known here is too much.',
    mend: 'Keep what belongs to the policy, at most a million characters.',
  },
  'schema.unknown-key': {
    wrong: 'The policy language has no such name in this place.',
    why: 'A misspelt name would quietly do nothing, and the policy would promise what isn’t done.',
    mend: 'Look at the spelling and the indentation, or leave the name out.',
  },
  'schema.invalid': {
    wrong: 'This is another kind of value than the language has here.',
    why: 'The system can only do what it understands without guessing.',
    mend: 'Write the value as the message below says: a text, a list, one of a few words.',
  },
  'controller.identity.missing': {
    wrong: 'Nobody is named as responsible, or their name, address or contact is left out.',
    why: 'People must know who decides about their data and whom to turn to (GDPR art. 13(1)(a)).',
    mend: 'Write the legal name, postal address, country, e-mail address and privacy contact under controller.',
  },
  'controller.address.incomplete': {
    wrong: 'The postal address has no postcode.',
    why: 'A letter to that address may not arrive, and a request by letter is as good as any (GDPR art. 12(2)).',
    mend: 'Add the postcode and the town to the address.',
  },
  'policy.version.missing': {
    wrong: 'The policy doesn’t say since when it is in effect.',
    why: 'Without a date nobody can tell which text was promised when, or that it changed (GDPR art. 5(2)).',
    mend: 'Write the day as effective: 2026-11-22.',
  },
  'reference.broken': {
    wrong: 'This refers to something that the policy doesn’t have.',
    why: 'A promise that leads nowhere can’t be kept, and who reads it is sent in circles.',
    mend: 'Declare what is meant, or refer to something that is there.',
  },
  'section.empty': {
    wrong: 'A list is announced, and nothing is in it.',
    why: 'People have a right to the content, not to the heading (GDPR art. 12(1), 13).',
    mend: 'Fill the list, or leave it out. Where it is meant that nobody gets the data, write nobody.',
  },
  'text.missing': {
    wrong: 'A text is empty, or missing in one of the policy’s languages.',
    why: 'A policy must be understood by those whom it is about (GDPR art. 12(1)).',
    mend: 'Write the text in every language of the policy, or take the language off its list.',
  },
  'text.placeholder': {
    wrong: 'A placeholder was left in the text.',
    why: 'Nobody can tell what is promised, so nothing is (GDPR art. 12(1)).',
    mend: 'Replace the brackets by what they stand for.',
  },
  'category.without-processing': {
    wrong: 'This data is named, and nothing says what it is used for.',
    why: 'Data without a purpose and a legal basis may not be held at all (GDPR art. 5(1)(b), 6(1)).',
    mend: 'Add it to a processing with a purpose, a basis and an end, or leave it out.',
  },
  'category.source.missing': {
    wrong: 'This data comes from somebody else, and nobody says from whom.',
    why: 'Who didn’t give their data themselves has to be told where it came from (GDPR art. 14(2)(f)).',
    mend: 'Name the source under sourceName.',
  },
  'category.location.precise': {
    wrong: 'Precise location is used without consent to it.',
    why: 'Where somebody is to a few metres is read from their device, which needs their yes (ePrivacy art. 5(3)).',
    mend: 'Let the processing rest on a consent of its own, or keep to the town or country.',
  },
  'category.card.stored': {
    wrong: 'Payment card numbers are kept.',
    why: 'A leaked card number is money lost. Payment services hold it so that nobody else has to (GDPR art. 5(1)(c), 32).',
    mend: 'Leave the number with the payment service, and keep its receipt at most.',
  },
  'category.telemetry.subject': {
    wrong: 'Measurements that are said to be about devices are tied to a person.',
    why: 'What is tied to a person is personal data, whatever it is called (GDPR art. 4(1)).',
    mend: 'Tie it to the device or the customer, or say that it is about people.',
  },
  'provision.missing': {
    wrong: 'It isn’t said whether this data has to be given, and what happens if it isn’t.',
    why: 'People must know what is voluntary before they decide (GDPR art. 13(2)(e)).',
    mend: 'Write provision with its kind and the consequence.',
  },
  'purpose.unused': {
    wrong: 'A purpose is announced, and nothing is done for it.',
    why: 'A purpose kept in reserve lets any later use look as if it had been announced (GDPR art. 5(1)(b)).',
    mend: 'Leave it out, or declare the processing that serves it.',
  },
  'basis.missing': {
    wrong: 'This use of data has no legal basis.',
    why: 'Without one of the six bases the use is unlawful (GDPR art. 6(1)), and people must be told which it is (art. 13(1)(c)).',
    mend: 'Write the basis: consent, contract, legal obligation, vital interest, public task or legitimate interest.',
  },
  'basis.interest.missing': {
    wrong: 'A legitimate interest is claimed, without saying which, or without weighing it.',
    why: 'The interest has to be named, and to weigh more than the person’s own (GDPR art. 6(1)(f), 13(1)(d)).',
    mend: 'Write the interest, the balance, and what happens when somebody objects.',
  },
  'consent.implied': {
    wrong: 'Visiting, having an account or going on is taken for consent.',
    why: 'Consent is a clear act, given freely and for one thing. Silence is none (GDPR art. 4(11), recital 32).',
    mend: 'Ask, with a yes and a no that are equally easy; or rest the use on another basis that holds.',
  },
  'consent.without.use': {
    wrong: 'Consent is asked for, and nothing is done with it.',
    why: 'A question without a use tires people out and says nothing true (GDPR art. 5(1)(a)).',
    mend: 'Leave the question out, or declare what the consent carries.',
  },
  'consent.bundled': {
    wrong: 'Withdrawing this consent ends more than what it was given for.',
    why: 'A consent that can’t be withdrawn without losing something else isn’t free (GDPR art. 7(3), 7(4)).',
    mend: 'Let the rest stand on its own basis, such as the contract, and end with the consent only what it carried.',
  },
  'retention.missing': {
    wrong: 'It isn’t said when this data is deleted.',
    why: 'People must be told how long (GDPR art. 13(2)(a)), and nothing may be kept for ever (art. 5(1)(e)).',
    mend: 'Write retention: how long, from when, and at the latest.',
  },
  'retention.unbounded': {
    wrong: 'The data is kept for as long as something holds, and that may be for ever.',
    why: '“As long as necessary” is no limit that anybody could check (GDPR art. 5(1)(e)).',
    mend: 'Keep the criterion, and add a cap: the longest that it can ever be.',
  },
  'retention.malformed': {
    wrong: 'This is no length of time that a machine can count.',
    why: 'What can’t be counted can’t be kept to (GDPR art. 5(1)(e)).',
    mend: 'Write it after ISO 8601: P30D is 30 days, P1Y a year, PT72H 72 hours.',
  },
  'retention.below.legal.min': {
    wrong: 'This data would be deleted before a law allows it to be.',
    why: 'Where a law demands that papers are kept, deleting them early breaks it (GDPR art. 6(1)(c), 17(3)(b)).',
    mend: 'Let the time begin where the law lets it begin, often at the end of the fiscal year, and make it as long.',
  },
  'retention.above.cap': {
    wrong: 'This data stays longer than data of its kind may.',
    why: 'Authorities have said what is too long for such data: visitors’ traces for more than 25 months, for example (GDPR art. 5(1)(e)).',
    mend: 'Shorten the time, or make the data anonymous sooner.',
  },
  'recipient.undeclared': {
    wrong: 'Data goes to somebody who isn’t on the list of recipients.',
    why: 'People must be told who gets their data (GDPR art. 13(1)(e)).',
    mend: 'Declare the recipient, or stop sending it.',
  },
  'recipient.contradicts.claim': {
    wrong: 'The policy makes a promise that its own recipients break.',
    why: 'Who reads “nothing leaves the EEA” or “no third parties” is misled when others get the data all the same (GDPR art. 5(1)(a)).',
    mend: 'Do without the recipient, or take the promise back.',
  },
  'recipient.identity.missing': {
    wrong: 'A processor has no legal name, country or agreement.',
    why: 'Nobody may process data on behalf of another without a contract about it (GDPR art. 28(3)), and people may know who it is (art. 13(1)(e)).',
    mend: 'Write legalName, country and where the agreement can be found.',
  },
  'recipient.by-category': {
    wrong: 'Recipients are named as a kind, not by name.',
    why: 'A kind is allowed in a policy; who asks has to be told the names (GDPR art. 13(1)(e), 15(1)(c)).',
    mend: 'Name them, where you can. If not, keep a list of names ready for who asks.',
  },
  'transfer.tool.missing': {
    wrong: 'Data leaves the EEA, and nothing says on what ground.',
    why: 'Outside the EEA the protection has to be made: by an adequacy decision, standard clauses or binding rules (GDPR art. 44–46, 13(1)(f)).',
    mend: 'Declare the transfer with its tool and where a copy can be had, or use somebody within the EEA.',
  },
  'cookie.category.mismatch': {
    wrong: 'Something that follows people is called necessary or functional.',
    why: 'What it is called decides whether people are asked. A tracker always needs their yes (ePrivacy art. 5(3)).',
    mend: 'Call it statistical or marketing and ask for consent, or do without it.',
  },
  'cookie.consent.missing': {
    wrong: 'Something that isn’t strictly needed is kept on the device without consent.',
    why: 'Keeping or reading things on somebody’s device needs their yes, unless what they asked for can’t work without it (ePrivacy art. 5(3)).',
    mend: 'Name the consent that it waits for, or do without it.',
  },
  'cookie.lifetime.missing': {
    wrong: 'A cookie has no lifetime. “Persistent” is none.',
    why: 'People must be told how long a cookie lasts (GDPR art. 13(2)(a); CJEU, C-673/17).',
    mend: 'Write how long as P6M or the like, or session.',
  },
  'cookie.lifetime.long': {
    wrong: 'A cookie that tells browsers apart lives longer than authorities recommend.',
    why: 'After 13 months people should be asked again, and not be known any more (CNIL’s guidelines; GDPR art. 5(1)(e)).',
    mend: 'Shorten it to 13 months (P13M) or less.',
  },
  'claim.anonymous.false': {
    wrong: 'Data is called anonymous, and each person can be told apart in it.',
    why: 'Who can be singled out is identifiable: it is personal data, with all rights to it (GDPR art. 4(1), recital 26).',
    mend: 'Drop the number that tells people apart, or call the data what it is.',
  },
  'claim.e2e.false': {
    wrong: 'Calls are called end-to-end encrypted, and a router on the way can decrypt them.',
    why: 'People speak more freely when they are told that nobody can listen. It has to be true (GDPR art. 5(1)(a)).',
    mend: 'Say when it is true and when it isn’t, or use a router that holds no key.',
  },
  'claim.contradicted': {
    wrong: 'The policy claims something that the rest of it contradicts.',
    why: 'A policy must be fair and clear (GDPR art. 5(1)(a), 12(1)). Of two opposite sentences one is false.',
    mend: 'Change what contradicts the claim, or take the claim back.',
  },
  'mail.kind.mismatch': {
    wrong: 'Mail that sells something is declared as a message of the service, or the other way round.',
    why: 'Marketing needs consent and can always be refused (ePrivacy art. 13; GDPR art. 21(2)).',
    mend: 'Declare it as marketing with its consent, or keep the mail to what the service has to say.',
  },
  'mail.tracked.without-consent': {
    wrong: 'It is recorded whether people open a mail, without asking them.',
    why: 'A hidden picture that reports back reads from their device, which needs their yes (ePrivacy art. 5(3)).',
    mend: 'Stop recording it, or ask for consent to that alone.',
  },
  'assessment.missing': {
    wrong: 'This use has marks of a high risk, and its consequences haven’t been assessed.',
    why: 'Where the risk for people is high, it has to be thought through before (GDPR art. 35).',
    mend: 'Make the assessment and name the document, or lower the risk.',
  },
  'notice.late': {
    wrong: 'People or the authority are told, or answered, later than the law allows.',
    why: 'A request is answered within a month (GDPR art. 12(3)), a breach reported within 72 hours (art. 33(1)).',
    mend: 'Shorten the time.',
  },
  'address.kept-long': {
    wrong: 'Whole network addresses are kept for more than a week.',
    why: 'An address leads to a person. A week is enough to see an attack (GDPR art. 5(1)(c), 5(1)(e)).',
    mend: 'Cut the address before it is written, or delete it within a week.',
  },
  'signal.ignored': {
    wrong: 'The policy means to ignore what browsers say by themselves: Do Not Track, Global Privacy Control.',
    why: 'An objection may be made by such a signal (GDPR art. 21(5)). This system honours it, whatever the policy says.',
    mend: 'Write honour. Then the policy says what happens.',
  },
  'review.overdue': {
    wrong: 'Something was promised to be looked at again, and the day has passed.',
    why: 'Security and risks are looked at regularly, not once (GDPR art. 24(1), 32(1)(d)).',
    mend: 'Look at it again, and write the day.',
  },
}
