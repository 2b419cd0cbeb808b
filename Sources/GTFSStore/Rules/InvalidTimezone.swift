import Findings
import Foundation

extension Rule {
  static let invalidTimezone = Rule(
    "invalid_timezone", .error, in: "Field Types, Timezone",
    "a time zone is a name of the tz database", mend: "write a name such as Europe/Brussels")
}

/// A name of the tz database: `UTC` or Area/Place, and not an offset such as GMT+1 that Foundation
/// would take too.
func isTimeZoneName(_ text: String) -> Bool {
  (text == "UTC" || text.contains("/") || TimeZone.knownTimeZoneIdentifiers.contains(text))
    && TimeZone(identifier: text) != nil
}
