import Foundation
import TransitRouting

extension ServiceDate {
  /// Noon minus 12 hours in a time zone, as GTFS counts times from, in seconds since 1970 UTC.
  func startSeconds(in zone: TimeZone) -> Int {
    let noonAsUTC = daysSince1970 * 86_400 + 43_200
    // The offset at noon itself; a guess at UTC noon is right unless the clock changes in
    // between, so it is asked twice.
    let guess = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(noonAsUTC)))
    let offset = zone.secondsFromGMT(
      for: Date(timeIntervalSince1970: Double(noonAsUTC - guess)))
    return noonAsUTC - offset - 43_200
  }
}
