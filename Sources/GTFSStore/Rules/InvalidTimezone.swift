import Findings
import Foundation

extension Rule {
  static let invalidTimezone = Rule(
    "invalid_timezone", .error, in: "Field Types, Timezone",
    "a time zone is a name of the tz database",
    found: "not a name of the tz database",
    mend: "write a name such as Europe/Brussels")
}

/// A name of the tz database: Area/Place, or one of its few names of a single word; not an offset
/// such as GMT+2 or an abbreviation that Foundation would take too.
func isTimeZoneName(_ text: String) -> Bool {
  (text.contains("/") || singleWordZones.contains(text)) && TimeZone(identifier: text) != nil
}

/// tz database, `europe`, `northamerica` and `backward`.
private let singleWordZones: Set<String> = [
  "UTC", "GMT", "CET", "EET", "MET", "WET", "EST", "MST", "HST", "EST5EDT", "CST6CDT", "MST7MDT",
  "PST8PDT", "Cuba", "Egypt", "Eire", "GB", "GB-Eire", "Greenwich", "Hongkong", "Iceland", "Iran",
  "Israel", "Jamaica", "Japan", "Kwajalein", "Libya", "NZ", "NZ-CHAT", "Navajo", "PRC", "Poland",
  "Portugal", "ROC", "ROK", "Singapore", "Turkey", "UCT", "Universal", "W-SU", "Zulu",
]
